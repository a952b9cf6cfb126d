namespace DynamoToolkit;

/// <summary>What became of a batch.</summary>
public sealed record BatchWriteResult
{
    /// <summary>The operations that the service never took, after retries. Empty when all went through.</summary>
    public required IReadOnlyList<IWriteOperation> Unprocessed { get; init; }

    /// <summary>The capacity used, where it was asked for: a record for each table and request.</summary>
    public IReadOnlyList<ConsumedCapacity> ConsumedCapacity { get; init; } = [];

    /// <summary>The sizes of the item collections by table, where they were asked for: a record for each collection and request.</summary>
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
