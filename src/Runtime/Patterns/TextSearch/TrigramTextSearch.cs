namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>
/// Searches the trigram index in the table: an item is found if its text contains each word, in any order, whatever the case, accents and
/// width. It needs nothing but DynamoDB.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="table">The table.</param>
public sealed class TrigramTextSearch<T>(DynamoTable<T> table) : ITextSearch<T>
    where T : ITrigramItem<T>
{
    private readonly DynamoTable<T> table = table ?? throw new ArgumentNullException(nameof(table));

    /// <inheritdoc/>
    public async Task<TextSearchPage<T>> SearchAsync(TextSearchRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = request.At is null ? null : PageToken.Parse(TextSearchTokens.Open(request.At, TextSearchEngine.Trigrams));
        var search = table.Search(request.Scope).IgnoreCase().Limit(request.Limit);
        foreach (var word in request.Words)
            search.Containing(word);

        var page = await search.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        return new TextSearchPage<T>
        {
            Items = page.Items,
            Next = page.Next is null ? null : TextSearchTokens.Make(TextSearchEngine.Trigrams, page.Next.ToString()),
            Engine = TextSearchEngine.Trigrams,
        };
    }
}
