using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Streams;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// The documents of an item type in OpenSearch: creates their index, keeps them equal to the items, and searches them. Safe for concurrent
/// use.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
public sealed class OpenSearchIndex<T> : ITextSearch<T>
    where T : ITrigramItem<T>
{
    /// <summary>How often a handler tries. The worker tries again later, and must renew its leases meanwhile.</summary>
    private const int HandlerAttempts = 2;

    private const int Attempts = 8;

    private readonly OpenSearchConnection connection;
    private readonly DynamoTable<T> table;
    private readonly DocumentModel model = new(T.Model.Trigrams!);
    private readonly DocumentUpkeep<T> upkeep;
    private readonly BackfillMark<T> mark;

    /// <summary>Creates an index object. It sends nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="table">The table of the items.</param>
    public OpenSearchIndex(OpenSearchConnection connection, DynamoTable<T> table)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(table);
        this.connection = connection;
        this.table = table;
        upkeep = new DocumentUpkeep<T>(connection, table, model);
        mark = new BackfillMark<T>(connection, table, model);
    }

    /// <summary>The name of the index in OpenSearch.</summary>
    /// <exception cref="ArgumentException">OpenSearch would refuse the name.</exception>
    public string Name => IndexName.Of(connection.Options, table.Name, typeof(T).Name);

    /// <summary>The model of the documents.</summary>
    internal DocumentModel Documents => model;

    /// <summary>
    /// Creates the index, with analyzers for stems and fragments. If it exists, adds the fields that it lacks, such as that of a member
    /// that has become searchable; then <see cref="BackfillAsync"/> fills them.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the index is new.</returns>
    /// <exception cref="OpenSearchException">
    /// OpenSearch failed, or an existing field has another type or analyzer. Create an index with another name then.
    /// </exception>
    public async Task<bool> CreateAsync(CancellationToken cancellationToken = default)
    {
        var (name, body) = (Name, new IndexBody(model, connection.Options.Analyzer));
        using var creation = WireBuffer.Rent();
        body.WriteCreation(creation);
        mark.Forget();
        try
        {
            await PutAsync(name, creation, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OpenSearchException error) when (error.ErrorType == "resource_already_exists_exception")
        {
            using var mappings = WireBuffer.Rent();
            body.WriteMappings(mappings);
            await PutAsync($"{name}/_mapping", mappings, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>
    /// Finds the items whose text has all words: as they are, inflected, misspelt, or as parts of longer words. The best matches come
    /// first, and equal ones in the order of their keys.
    /// </summary>
    /// <remarks>
    /// OpenSearch returns keys, and the items are read from the table. An item that is gone, has expired or has left the scope is left out.
    /// A change is found as soon as the stream's handler has written it and OpenSearch has refreshed its index, about a second later. Pages
    /// continue behind the last hit; a document whose score changes meanwhile may come twice or not at all.
    /// <para>
    /// It fails with the <see cref="OpenSearchException.ErrorType"/> <c>incomplete_index</c> until a handler keeps the index and a backfill
    /// has filled it since, because old items would be missing.
    /// </para>
    /// </remarks>
    /// <inheritdoc/>
    public async Task<TextSearchPage<T>> SearchAsync(TextSearchRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = IndexNameOrFail();
        var places = new SearchPlaces(table.Client.Context, name, request.Scope.Key, request.Words);
        var place = request.At is null ? (SearchHit?)null : places.Open(request.At);
        var patience = new SearchPatience(connection);
        List<T> items = [];
        bool isEnd;
        try
        {
            await mark.RequireAsync(name, patience, cancellationToken).ConfigureAwait(false);
            do
            {
                var size = request.Limit - items.Count;
                var hits = await FindAsync(name, request, size, place, patience, cancellationToken).ConfigureAwait(false);
                items.AddRange(await LoadAsync(hits, request.Scope, cancellationToken).ConfigureAwait(false));
                isEnd = hits.Count < size;
                place = hits.Count > 0 ? hits[^1] : place;
            }
            while (!isEnd && items.Count < request.Limit);
        }
        catch (OpenSearchException error) when (error.Failure is TextSearchFailure.Outage)
        {
            // It may be another index when it works again.
            mark.Forget();
            throw;
        }

        return new TextSearchPage<T>
        {
            Items = items,
            Next = isEnd || place is null ? null : places.Make(place.Value),
            Engine = TextSearchEngine.OpenSearch,
        };
    }

    /// <summary>
    /// The search that a program should use: OpenSearch answers while it is on, works and has the documents of all items, and the trigram
    /// index otherwise. The results say which one did.
    /// </summary>
    /// <remarks>
    /// After a failure no search asks OpenSearch for <see cref="OpenSearchOptions.RetryAfter"/>. One line is logged for each outage. If
    /// OpenSearch refuses a search that has too many clauses, the trigram index answers it, and others are not affected. A page token names
    /// its engine: a token of the trigram index is always continued there, and one of OpenSearch throws a
    /// <see cref="TextSearchUnavailableException"/> while OpenSearch is off, fails, refuses the search or lacks items.
    /// </remarks>
    public ITextSearch<T> WithTrigramFallback() => new FallbackTextSearch<T>(
        this,
        new TrigramTextSearch<T>(table),
        () => connection.Options is { Enabled: true, Endpoint: not null } options ? options.RetryAfter : null,
        connection.Time,
        connection.Logger);

    /// <summary>
    /// The handler that brings documents up to date with the changes of a stream. It writes what the table holds, so changes may arrive
    /// twice, late or in any order.
    /// </summary>
    /// <remarks>
    /// While OpenSearch does not work, the changes wait (<see cref="HandlerUnavailableException"/>). An item whose document OpenSearch
    /// refuses is parked. Without an endpoint the handler writes no documents. After each batch it reads the mark that says where documents
    /// are written to (one read unit), and writes it if it is wrong: then searches go to the trigram index until the next backfill.
    /// </remarks>
    public IChangeBatchHandler<T> ChangeHandler() => new OpenSearchHandler<T>(this);

    /// <summary>
    /// Brings the documents of some items up to date: writes those of items that exist, and deletes the others. Do this after a repair by
    /// hand; the handler and the backfill do the same by themselves.
    /// </summary>
    /// <param name="keys">The items' keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many documents were written or deleted.</returns>
    /// <exception cref="OpenSearchException">
    /// OpenSearch failed despite retries, or refused documents; the message has the keys of their items. The others were written.
    /// </exception>
    public async Task<int> UpdateAsync(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var (written, deleted) = await upkeep.UpdateAsync(keys, Name, Attempts, budget: null, cancellationToken).ConfigureAwait(false);
        return written + deleted;
    }

    /// <summary>
    /// Writes the documents of all items, and then deletes the documents whose items are gone. Call it until
    /// <see cref="SweepResult.Next"/> is null; it may be stopped and continued at any time, and repeated. Writers and the stream's handler
    /// may work meanwhile: neither undoes what another did.
    /// </summary>
    /// <remarks>
    /// It scans the table and reads each item again, consistently. If several workers share it, the first segment alone looks for documents
    /// whose items are gone. When it has worked through the whole table while one handler kept this index, the table gets a mark
    /// (<see cref="OpenSearchBackfillResult.IsComplete"/>), and searches go to OpenSearch.
    /// </remarks>
    /// <param name="options">Where to begin, and how much capacity to use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The text to continue from is not that of a backfill.</exception>
    /// <exception cref="OpenSearchException">
    /// OpenSearch failed despite retries, or refused documents; the message has the keys of their items.
    /// </exception>
    public Task<OpenSearchBackfillResult> BackfillAsync(SweepOptions? options = null, CancellationToken cancellationToken = default) =>
        new OpenSearchBackfill<T>(connection, table, upkeep, mark, Name, Attempts, options ?? new SweepOptions())
            .RunAsync(cancellationToken);

    /// <summary>Notes that a handler gets all changes from now on.</summary>
    internal Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken) => mark.BeginAsync(start, Name, cancellationToken);

    /// <summary>Notes that changes have passed by the handler.</summary>
    internal Task MissAsync(CancellationToken cancellationToken) => mark.MissAsync(Name, cancellationToken);

    /// <summary>Brings documents up to date for a handler. Without an endpoint, only the mark says that they are not.</summary>
    internal async Task UpdateForHandlerAsync(IEnumerable<ItemKey<T>> keys, CancellationToken cancellationToken)
    {
        if (connection.Options.Endpoint is not null)
            await upkeep.UpdateAsync(keys, Name, HandlerAttempts, budget: null, cancellationToken).ConfigureAwait(false);
        await mark.KeepAsync(Name, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<SearchHit>> FindAsync(
        string name,
        TextSearchRequest<T> request,
        int size,
        SearchHit? after,
        SearchPatience patience,
        CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        SearchBody.WriteSearch(body, request.Scope.Index, request.Scope.Values, request.Text, request.Words, size, after);
        return await patience.SendAsync(
            HttpMethod.Post,
            $"{name}/_search",
            body.WrittenMemory,
            static answer => SearchHit.ReadAll(answer, isRanked: true),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the items of hits in their order, without those that are not results any more.</summary>
    private async Task<List<T>> LoadAsync(List<SearchHit> hits, TrigramScope<T> scope, CancellationToken cancellationToken)
    {
        var keys = hits.ConvertAll(static hit => new ItemKey<T>(KeyValue.Of(hit.Partition), KeyValue.Of(hit.Sort)));
        var known = keys.Distinct().Where(static key => T.Model.Matches(key.Partition, key.Sort)).ToList();
        if (known.Count == 0)
            return [];

        var found = await table.BatchGetAsync(known, cancellationToken).ConfigureAwait(false);
        found.ThrowIfIncomplete();
        var items = found.Items.ToDictionary(static item => T.KeyOf(item));
        List<T> results = [];
        foreach (var key in known)
        {
            // A document may be older than the item: the scope, which may be a tenant, must be the one of now.
            if (items.TryGetValue(key, out var item) && scope.Index.KeyOf(item) == scope.Key && scope.Index.TextOf(item) is not null)
                results.Add(item);
        }

        return results;
    }

    private string IndexNameOrFail()
    {
        try
        {
            return Name;
        }
        catch (ArgumentException error)
        {
            throw OpenSearchConnection.Unusable(error);
        }
    }

    private Task<bool> PutAsync(string path, WireBuffer body, CancellationToken cancellationToken) => connection.SendAsync(
        HttpMethod.Put,
        path,
        body.WrittenMemory,
        connection.Options.WriteTimeout,
        static answer => answer.GetProperty("acknowledged").GetBoolean() ? true : throw new FormatException("It was not acknowledged."),
        cancellationToken);
}
