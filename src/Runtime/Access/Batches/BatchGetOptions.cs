namespace DynamoToolkit;

/// <summary>Options of a batch that reads.</summary>
public sealed record BatchGetOptions
{
    /// <summary>Reads what the last writes left. This costs twice the capacity.</summary>
    public bool ConsistentRead { get; init; }

    /// <summary>What the result reports of the capacity used.</summary>
    public CapacityDetail ReturnConsumedCapacity { get; init; }
}
