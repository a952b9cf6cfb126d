namespace DynamoToolkit.Integration.Model.Base;

/// <summary>Keys, an index and the naming policy on the first level of the types themselves.</summary>
[PartitionKey("T#{OwnerId}"), SortKey("S#{StepNo}"), DynamoNaming(NamingPolicy.SnakeCase)]
[GlobalIndex("byKind", "KIND#{KindName}", "{StepNo}")]
public abstract record TemplatedRoot([DynamoAttribute("owner")] Guid OwnerId, long StepNo)
{
    [DynamoDefault("none")]
    public virtual string KindName { get; init; } = "";
}
