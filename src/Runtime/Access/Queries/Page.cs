namespace DynamoToolkit;

/// <summary>One page of a query or scan.</summary>
/// <typeparam name="T">The items' type.</typeparam>
public sealed record Page<T>
{
    /// <summary>The page's items.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Where the next page begins, or null after the last page. A page may be empty and still have a next one.</summary>
    public PageToken? Next { get; init; }

    /// <summary>
    /// Where the page before this one is, or null for the first page. Pages of scans have none, because a scan has no order. After changes
    /// to the table, the page before may be empty, or differ from the one that was read on the way here.
    /// </summary>
    public PageToken? Previous { get; init; }

    /// <summary>How many items were read before the filter.</summary>
    public long ScannedCount { get; init; }

    /// <summary>The capacity used, if the query asked for it.</summary>
    public ConsumedCapacity? ConsumedCapacity { get; init; }
}
