namespace DynamoToolkit;

/// <summary>Options of a batch that writes.</summary>
public sealed record BatchWriteOptions
{
    /// <summary>What the result reports of the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }

    /// <summary>Reports the sizes of the item collections that were written to, of tables with local indexes.</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}
