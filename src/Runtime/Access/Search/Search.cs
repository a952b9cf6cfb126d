using System.Runtime.CompilerServices;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit;

/// <summary>
/// Finds items by parts of a text, with a trigram index and without a scan: <c>await foreach (var person in search)</c>. Every item that it
/// returns matches all patterns, and is returned once. Without a pattern it returns all items that the index has in the scope.
/// </summary>
/// <remarks>
/// <para>
/// Items come in the order of their keys; items whose text is longer than 256 characters when it is folded come last. A search that knows
/// only two characters in a row returns the items first in the order of the character that follows them.
/// </para>
/// <para>
/// A builder for one use: each call changes it and returns it. Create a new one for each search. Not safe for concurrent use. Like queries,
/// it is not an <see cref="IAsyncEnumerable{T}"/>; <see cref="AsAsyncEnumerable"/> returns one.
/// </para>
/// </remarks>
/// <typeparam name="T">The item type.</typeparam>
public sealed class Search<T>
    where T : IItem<T>
{
    private readonly DynamoTable<T> table;
    private readonly TrigramScope<T> scope;

    // Parsed when it is known whether the search ignores case.
    private readonly List<Func<bool, TextPattern>> patterns = [];
    private bool ignoresCase;
    private bool isConsistent;
    private CapacityDetail capacity;
    private int? limit;

    internal Search(DynamoTable<T> table, TrigramScope<T> scope)
    {
        this.table = table;
        this.scope = scope;
    }

    /// <summary>Returns only items whose text contains another one, character by character.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public Search<T> Containing(string text) => With(isFolded => TextPattern.Containing(text, isFolded));

    /// <summary>Returns only items whose text begins with another one.</summary>
    /// <inheritdoc cref="Containing"/>
    public Search<T> StartingWith(string text) => With(isFolded => TextPattern.StartingWith(text, isFolded));

    /// <summary>Returns only items whose text ends with another one.</summary>
    /// <inheritdoc cref="Containing"/>
    public Search<T> EndingWith(string text) => With(isFolded => TextPattern.EndingWith(text, isFolded));

    /// <summary>Returns only items whose text is another one.</summary>
    /// <inheritdoc cref="Containing"/>
    public Search<T> EqualTo(string text) => With(isFolded => TextPattern.EqualTo(text, isFolded));

    /// <summary>
    /// Returns only items whose text matches a pattern of SQL: <c>%</c> is any text, <c>_</c> is any one code point, and everything else is
    /// itself.
    /// </summary>
    /// <param name="pattern">The pattern: <c>%pipe%</c>.</param>
    /// <param name="escape">Makes the character behind it an ordinary one; null for none.</param>
    /// <exception cref="ArgumentException">
    /// The pattern ends with its escape character or has half of a surrogate pair, or the escape character is <c>%</c> or <c>_</c>.
    /// </exception>
    public Search<T> Like(string pattern, char? escape = '\\') => With(isFolded => TextPattern.Like(pattern, escape, isFolded));

    /// <summary>
    /// The same as <see cref="Like"/> with folded texts, whatever the case, accents and width of their characters. Here <c>_</c> is one
    /// code point of the folded text, which has two for a <c>ß</c>.
    /// </summary>
    /// <inheritdoc cref="Like"/>
    public Search<T> ILike(string pattern, char? escape = '\\') => With(_ => TextPattern.Like(pattern, escape, isFolded: true));

    /// <summary>
    /// Compares folded texts in all patterns: without case, accents and width, so that <c>STRASSE</c> finds <c>Straße</c> and <c>cafe</c>
    /// finds <c>Café</c>. It costs nothing, because the index has folded texts anyway.
    /// </summary>
    public Search<T> IgnoreCase()
    {
        ignoresCase = true;
        return this;
    }

    /// <summary>Returns at most this many items, or this many on each page. It may take several requests.</summary>
    public Search<T> Limit(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        limit = items;
        return this;
    }

    /// <summary>Reads the result of the latest writes, at twice the cost.</summary>
    public Search<T> ConsistentRead()
    {
        isConsistent = true;
        return this;
    }

    /// <summary>Makes each page report the capacity that it used: for postings and for items.</summary>
    public Search<T> ReturnConsumedCapacity(CapacityDetail detail = CapacityDetail.Total)
    {
        capacity = detail;
        return this;
    }

    /// <summary>Reads the items, as they are needed.</summary>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var left = limit;
        using var walk = new SearchWalk<T>(table, Plan());
        while (left is null or > 0 && !walk.IsAtEnd)
        {
            foreach (var item in await walk.ReadAsync(left, cancellationToken).ConfigureAwait(false))
            {
                left--;
                yield return item;
            }
        }
    }

    /// <summary>The items as a sequence for other code and LINQ, whose operators run in the program, after the items were read.</summary>
    public async IAsyncEnumerable<T> AsAsyncEnumerable([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var items = GetAsyncEnumerator(cancellationToken);
        while (await items.MoveNextAsync().ConfigureAwait(false))
            yield return items.Current;
    }

    /// <summary>The items for <c>await foreach</c>, with a token that cancels the search.</summary>
    public ConfiguredCancelableAsyncEnumerable<T> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable(cancellationToken).WithCancellation(cancellationToken);

    /// <summary>Reads all items, or at most as many as <see cref="Limit"/> allows.</summary>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<T> items = [];
        await foreach (var item in AsAsyncEnumerable(cancellationToken).ConfigureAwait(false))
            items.Add(item);
        return items;
    }

    /// <summary>Reads the first item. Returns the default value if there is none.</summary>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        using var walk = new SearchWalk<T>(table, Plan());
        while (!walk.IsAtEnd)
        {
            if (await walk.ReadAsync(1, cancellationToken).ConfigureAwait(false) is [var first, ..])
                return first;
        }

        return default;
    }

    /// <summary>
    /// Reads one page: as many items as <see cref="Limit"/> says or, without a limit, what one request finds, which is at most 100 items.
    /// Searches have no previous pages.
    /// </summary>
    /// <param name="at">The <see cref="Page{T}.Next"/> of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PageTokenException">The token is damaged, or was created for another search.</exception>
    public async Task<Page<T>> GetPageAsync(PageToken? at = null, CancellationToken cancellationToken = default)
    {
        var plan = Plan();
        List<T> items = [];
        using var walk = new SearchWalk<T>(table, plan, at is null ? null : SearchTokens.Open(at, plan));
        do
        {
            items.AddRange(await walk.ReadAsync(limit - items.Count, cancellationToken).ConfigureAwait(false));
        }
        while (!walk.IsAtEnd && items.Count < limit);

        return new Page<T>
        {
            Items = items,
            Next = walk.IsAtEnd ? null : SearchTokens.Make(plan, walk.Place),
            ScannedCount = walk.ScannedCount,
            ConsumedCapacity = walk.Capacity,
        };
    }

    /// <summary>Reads page after page, to the last one.</summary>
    /// <param name="at">The token to continue from, as in <see cref="GetPageAsync"/>; null to begin at the first page.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async IAsyncEnumerable<Page<T>> PagesAsync(
        PageToken? at = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            var page = await GetPageAsync(at, cancellationToken).ConfigureAwait(false);
            yield return page;
            at = page.Next;
        }
        while (at is not null);
    }

    private SearchPlan Plan() => new()
    {
        Table = table.Handle,
        Index = scope.Index,
        Scope = scope.Key,
        Patterns = [.. patterns.Select(make => make(ignoresCase))],
        IsConsistent = isConsistent,
        Capacity = capacity,
    };

    private Search<T> With(Func<bool, TextPattern> make)
    {
        // A broken pattern fails here, where it is written.
        make(ignoresCase);
        patterns.Add(make);
        return this;
    }
}
