namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>One page of a search.</summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed record TextSearchPage<T>
    where T : ITrigramItem<T>
{
    /// <summary>The items, as they are in the table now.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>
    /// Where the next page begins, or null after the last page. Only the engine that answered this page can continue from it. A page may be
    /// empty and still have a next one.
    /// </summary>
    public PageToken? Next { get; init; }

    /// <summary>Which engine answered.</summary>
    public required TextSearchEngine Engine { get; init; }
}
