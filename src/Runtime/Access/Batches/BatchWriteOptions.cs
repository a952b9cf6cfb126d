namespace DynamoToolkit;

/// <summary>Options of a batch that writes.</summary>
public sealed record BatchWriteOptions
{
    /// <summary>How much the result tells of the capacity used.</summary>
    public CapacityDetail Capacity { get; init; }

    /// <summary>Whether the result tells the sizes of the item collections, of tables with local indexes.</summary>
    public bool ReturnItemCollectionMetrics { get; init; }
}
