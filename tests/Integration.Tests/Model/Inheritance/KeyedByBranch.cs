using DynamoToolkit.Integration.Model.Base;

namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>An item whose keys, time to live and extra attributes are declared on the second level.</summary>
[DynamoTable("keyedbybranch")]
public sealed partial class KeyedByBranch : KeyedBranch
{
    public override Guid Id { get; init; }

    public override long Number { get; init; }

    public override DateTimeOffset? Expires { get; set; }

    public override ExtraAttributes? Extra { get; set; }
}
