using DynamoToolkit.Integration.Model.Base;

namespace DynamoToolkit.Integration.Tests.Model.Inheritance;

/// <summary>An item whose keys, time to live and extra attributes are declared on the third level.</summary>
[DynamoTable("keyedbyleaf")]
public sealed partial class KeyedByLeaf : PlainBranch
{
    [PartitionKey]
    public override Guid Id { get; init; }

    [SortKey, DynamoAttribute("no")]
    public override long Number { get; init; }

    [TimeToLive]
    public override DateTimeOffset? Expires { get; set; }

    [DynamoExtra]
    public override ExtraAttributes? Extra { get; set; }
}
