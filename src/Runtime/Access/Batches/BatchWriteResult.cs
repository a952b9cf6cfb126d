namespace DynamoToolkit;

/// <summary>The result of a batch that writes.</summary>
public sealed record BatchWriteResult
{
    /// <summary>The operations that the service did not do, after retries. Empty if all were done.</summary>
    public required IReadOnlyList<IWriteOperation> Unprocessed { get; init; }

    /// <summary>The capacity used, if it was asked for: a record for each table and request.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; init; } = [];

    /// <summary>The sizes of the item collections by table, if they were asked for: a record for each collection and request.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ItemCollectionMetrics>> ItemCollectionMetrics { get; init; } =
        new Dictionary<string, IReadOnlyList<ItemCollectionMetrics>>();

    /// <summary>Throws if an operation was not done.</summary>
    /// <exception cref="BatchWriteException"><see cref="Unprocessed"/> is not empty.</exception>
    public void ThrowIfIncomplete()
    {
        if (Unprocessed.Count > 0)
            throw new BatchWriteException(this);
    }
}
