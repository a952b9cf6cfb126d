using System.Buffers.Text;
using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>Writes the documents of all items of a type, and then deletes those whose items are gone.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <param name="connection">The connection.</param>
/// <param name="table">The table.</param>
/// <param name="upkeep">Writes documents.</param>
/// <param name="mark">Says when all documents are there.</param>
/// <param name="index">The name of the index.</param>
/// <param name="attempts">The maximum number of attempts for a document.</param>
/// <param name="options">Where to begin, and how much capacity to use.</param>
internal sealed class OpenSearchBackfill<T>(
    OpenSearchConnection connection,
    DynamoTable<T> table,
    DocumentUpkeep<T> upkeep,
    BackfillMark<T> mark,
    string index,
    int attempts,
    SweepOptions options)
    where T : ITrigramItem<T>
{
    private const string What = "backfill of documents";

    // In the text to continue from, between what the mark needs and where the backfill is.
    private const char RunSeparator = '~';

    private OpenSearchBackfillResult result = new();

    /// <summary>Works until the end, or until the capacity is used.</summary>
    /// <exception cref="ArgumentException">The text to continue from is not that of a backfill.</exception>
    public Task<OpenSearchBackfillResult> RunAsync(CancellationToken cancellationToken) =>
        SweepLoop.RunAsync(
            options,
            table.Client.Context.Time,
            async (from, budget) =>
            {
                var (run, at) = await BeginAsync(from, cancellationToken).ConfigureAwait(false);
                var phases = new SweepPhases(
                    What,
                    ("items", at => WriteItemsAsync(at, budget, cancellationToken)),
                    ("documents", at => CheckDocumentsAsync(at, budget, cancellationToken)));
                var next = await phases.PageAsync(at).ConfigureAwait(false);
                var isComplete = next is null
                    && await mark.EndAsync(index, run, options, cancellationToken).ConfigureAwait(false);
                return result = result with { Next = next is null ? null : run + RunSeparator + next, IsComplete = isComplete };
            },
            cancellationToken);

    /// <summary>Notes that the backfill begins, and finds out where it goes on.</summary>
    private async Task<(string Run, string? At)> BeginAsync(string? from, CancellationToken cancellationToken)
    {
        if (from is null)
            return (await mark.BeginBackfillAsync(index, cancellationToken).ConfigureAwait(false), null);
        return from.Split(RunSeparator, 2) is [var run, var at]
            ? (run, at)
            : throw new ArgumentException($"'{from}' is not where a {What} ended. Pass its Next.");
    }

    private async Task<PageToken?> WriteItemsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        var scan = table.Scan().PageSize(options.PageSize).Segment(options.Segment, options.Segments).ReturnConsumedCapacity();
        var page = await scan.GetPageAsync(at, cancellationToken).ConfigureAwait(false);
        budget.Add(page.ConsumedCapacity);
        result = result with { Scanned = result.Scanned + page.Items.Count };
        await UpdateAsync(page.Items.Select(static item => T.KeyOf(item)), budget, cancellationToken).ConfigureAwait(false);
        return page.Next;
    }

    private async Task<PageToken?> CheckDocumentsAsync(PageToken? at, SweepBudget budget, CancellationToken cancellationToken)
    {
        // The documents are in no segments, so one worker looks at all of them.
        if (options.Segment > 0)
            return null;
        using var body = WireBuffer.Rent();
        SearchBody.WriteWalk(body, options.PageSize, at is null ? null : PlaceOf(at));
        var hits = await connection.SendAsync(
            HttpMethod.Post,
            $"{index}/_search",
            body.WrittenMemory,
            connection.Options.WriteTimeout,
            static answer => SearchHit.ReadAll(answer, isRanked: false),
            cancellationToken).ConfigureAwait(false);

        // Documents of other types are not this one's to delete.
        var keys = hits.Select(static hit => new ItemKey<T>(KeyValue.Of(hit.Partition), KeyValue.Of(hit.Sort)))
            .Where(static key => T.Model.Matches(key.Partition, key.Sort)).Distinct().ToList();
        var found = await upkeep.ReadAsync(keys, budget, cancellationToken).ConfigureAwait(false);
        await UpdateAsync(keys.Where(key => !found.ContainsKey(key)), budget, cancellationToken).ConfigureAwait(false);
        return hits.Count < options.PageSize ? null : TokenOf(hits[^1]);
    }

    private async Task UpdateAsync(IEnumerable<ItemKey<T>> keys, SweepBudget budget, CancellationToken cancellationToken)
    {
        var (written, deleted) = await upkeep.UpdateAsync(keys, index, attempts, budget, cancellationToken).ConfigureAwait(false);
        result = result with { Written = result.Written + written, Deleted = result.Deleted + deleted };
    }

    private static PageToken TokenOf(SearchHit hit) => PageToken.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(hit.ToText())));

    /// <exception cref="ArgumentException">The text is not where a backfill ended.</exception>
    private static SearchHit PlaceOf(PageToken token)
    {
        try
        {
            return SearchHit.Parse(Base64Url.DecodeFromChars(token.ToString()), isRanked: false);
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"'{token}' is not where a {What} ended. Pass its Next.", error);
        }
    }
}
