namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>What one call of a backfill of documents in OpenSearch did.</summary>
public sealed record OpenSearchBackfillResult : SweepResult
{
    /// <summary>How many documents of items were written.</summary>
    public long Written { get; init; }

    /// <summary>How many documents were deleted, because their items are gone or have no text.</summary>
    public long Deleted { get; init; }
}
