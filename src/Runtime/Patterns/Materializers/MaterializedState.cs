namespace DynamoToolkit.Patterns.Materializers;

/// <summary>What a parent holds of one materialized member.</summary>
internal sealed record MaterializedState
{
    /// <summary>The state of a member that a parent does not have.</summary>
    public static MaterializedState None { get; } = new();

    /// <summary>The copies; null if there are none, or the member is not a map.</summary>
    public IReadOnlyDictionary<string, KeyValue>? Copies { get; init; }

    /// <summary>The number of children; null if it is not there, or the member is not a number.</summary>
    public long? Count { get; init; }

    /// <summary>Where it comes from; null if no materializer has written it since the last put of the parent.</summary>
    public MaterializedSource? Source { get; init; }
}
