namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// Finds items by words or parts of words, whichever engine answers: the trigram index in the table, or OpenSearch. Safe for concurrent
/// use.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public interface ITextSearch<T>
    where T : ITrigramItem<T>
{
    /// <summary>Finds the items whose text has all words of a request.</summary>
    /// <param name="request">The index, its scope, and the words.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of items, as the table has them, in an order that is the same on each call while nothing changes.</returns>
    /// <exception cref="PageTokenException">
    /// The page token is damaged, or was created for another search or by another engine.
    /// </exception>
    /// <exception cref="TextSearchUnavailableException">
    /// The page token belongs to an engine that is off or does not answer. Pass it again later, or begin again without it.
    /// </exception>
    /// <exception cref="TextSearchException">The engine failed, and no other one may answer instead.</exception>
    Task<TextSearchPage<T>> SearchAsync(TextSearchRequest<T> request, CancellationToken cancellationToken = default);
}
