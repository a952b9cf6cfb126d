namespace DynamoToolkit;

/// <summary>What one call of a backfill of materialized members did.</summary>
public sealed record MaterializedBackfillResult : SweepResult
{
    /// <summary>How many materialized members of items had another content than their children, and have it no longer.</summary>
    public long Changed { get; init; }
}
