namespace DynamoToolkit;

/// <summary>Options of a batch that reads.</summary>
public sealed record BatchGetOptions
{
    /// <summary>Reads the result of the latest writes, at twice the cost.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>How much the result reports about the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }
}
