namespace DynamoToolkit;

/// <summary>Options of a transaction that reads.</summary>
public sealed record TransactGetOptions
{
    /// <summary>How much the result reports about the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }
}
