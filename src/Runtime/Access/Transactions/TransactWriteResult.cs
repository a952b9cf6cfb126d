namespace DynamoToolkit;

/// <summary>What a transaction that wrote answered.</summary>
public sealed record TransactWriteResult
{
    /// <summary>The capacity used, a record for each table, where it was asked for.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; init; } = [];

    /// <summary>The sizes of the item collections by table, where they were asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>> ItemCollectionMetrics { get; init; } =
        new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>();
}
