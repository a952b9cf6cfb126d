namespace DynamoToolkit;

/// <summary>What a transaction read: items of any types, in one snapshot.</summary>
public sealed class TransactGetResult : FoundItems
{
    internal TransactGetResult(Dictionary<ItemIdentity, object?> items, IReadOnlyList<ConsumedCapacity> capacity)
        : base(items, capacity)
    {
    }
}
