namespace DynamoToolkit;

/// <summary>Options of a transaction that reads.</summary>
public sealed record TransactGetOptions
{
    /// <summary>What the result reports of the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }
}
