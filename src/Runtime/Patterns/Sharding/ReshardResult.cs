namespace DynamoToolkit;

/// <summary>What one call of a move of items to another number of write shards did.</summary>
public sealed record ReshardResult : SweepResult
{
    /// <summary>How many items got another key of the table.</summary>
    public long Moved { get; init; }

    /// <summary>How many items got another key of an index.</summary>
    public long Reindexed { get; init; }
}
