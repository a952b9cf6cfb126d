namespace DynamoToolkit;

/// <summary>Options of a batch that writes.</summary>
public sealed record BatchWriteOptions
{
    /// <summary>How much the result reports about the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }

    /// <summary>Reports the sizes of the item collections that were written to. Only tables with local indexes have them.</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}
