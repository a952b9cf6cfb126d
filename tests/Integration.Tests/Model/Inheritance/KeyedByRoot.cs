using DynamoToolkit.Integration.Model.Base;

namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>An item whose keys, time to live and extra attributes are declared on the first level.</summary>
[DynamoTable("keyedbyroot")]
public sealed partial class KeyedByRoot : KeyedRootBranch
{
    public override Guid Id { get; init; }

    public override long Number { get; init; }

    public override DateTimeOffset? Expires { get; set; }

    public override ExtraAttributes? Extra { get; set; }
}
