namespace DynamoToolkit.Integration.Model.Base;

/// <summary>The attributes that an item has once, on the second level.</summary>
public abstract class KeyedBranch : PlainRoot
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
