namespace DynamoToolkit.Integration.Model.Base;

/// <summary>The attributes that an item has once, on the first level.</summary>
public abstract class KeyedRoot
{
    [PartitionKey]
    public virtual Guid Id { get; init; }

    [SortKey, DynamoAttribute("no")]
    public virtual long Number { get; init; }

    [TimeToLive]
    public virtual DateTimeOffset? Expires { get; set; }

    [DynamoExtra]
    public virtual ExtraAttributes? Extra { get; set; }
}
