namespace DynamoToolkit;

/// <summary>The result of a transaction that writes.</summary>
public sealed record TransactWriteResult
{
    /// <summary>The capacity used, a record for each table, if it was asked for.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; init; } = [];

    /// <summary>The sizes of the item collections by table, if they were asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>> ItemCollectionMetrics { get; init; } =
        new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>();
}
