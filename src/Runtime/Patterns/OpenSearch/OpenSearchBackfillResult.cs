namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>What one call of a backfill of documents in OpenSearch did.</summary>
public sealed record OpenSearchBackfillResult : SweepResult
{
    /// <summary>How many documents of items were written.</summary>
    public long Written { get; init; }

    /// <summary>How many documents were deleted, because their items are gone or have no text.</summary>
    public long Deleted { get; init; }

    /// <summary>
    /// Whether the index has the documents of all items, so that OpenSearch answers searches, in 10 seconds at the latest. If it is false
    /// when <see cref="SweepResult.Next"/> is null, other segments are not at their end, or changes may have passed by the index: no
    /// consumer with the handler has begun, or another one has meanwhile, or a handler writes elsewhere, or the index was deleted. Correct
    /// that, and begin again.
    /// </summary>
    public bool IsComplete { get; init; }
}
