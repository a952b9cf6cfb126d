using System.Globalization;
using System.Runtime.CompilerServices;
using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>
/// The search of experiments. In MLflow's usual order, newest first, it reads the index as far as the page needs; in any other order it
/// reads all experiments. If the filter asks for a part of the name, and few names have it, it reads only those experiments. It reads tags
/// only where the filter asks for them and for the page.
/// </summary>
internal sealed class ExperimentSearch(TrackingTable table, ExperimentStore experiments, NameIndex names)
{
    private const string SortedKind = "experiments";
    private const string NewestKind = "newestExperiments";
    private const int Chunk = 100;
    private const int MaxRead = 1000;
    private const int MaxNamed = 200;

    /// <summary>A page of experiments. There is a token only when another page is not empty.</summary>
    public Task<(IReadOnlyList<TaggedExperiment> Page, string? Next)> SearchAsync(
        ExperimentQuery query, CancellationToken cancellationToken) =>
        query.Order.IsNewestFirst ? NewestAsync(query, cancellationToken) : SortedAsync(query, cancellationToken);

    private async Task<(IReadOnlyList<TaggedExperiment> Page, string? Next)> NewestAsync(
        ExperimentQuery query, CancellationToken cancellationToken)
    {
        // One more than the page holds shows whether there is another page.
        var found = new List<TaggedExperiment>();
        await foreach (var chunk in NewestAsync(query, PlaceOf(query.Token), cancellationToken)
            .Chunk(query.Filter.NeedsTags ? Chunk : query.Size + 1).WithCancellation(cancellationToken))
        {
            found.AddRange((await TaggedAsync(chunk, query.Filter.NeedsTags, cancellationToken)).Where(query.Finds));
            if (found.Count > query.Size) break;
        }

        var page = found.Take(query.Size).ToList();
        return (await CompleteAsync(page, query, cancellationToken), found.Count > page.Count ? TokenOf(page[^1].Experiment) : null);
    }

    private async Task<(IReadOnlyList<TaggedExperiment> Page, string? Next)> SortedAsync(
        ExperimentQuery query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(SortedKind, query.Token);
        var items = await NamedAsync(query, cancellationToken)
            ?? await OfStage(table.Experiments.Query(ExperimentItem.Index.Experiments()), query.Stage).ToListAsync(cancellationToken);
        var all = await TaggedAsync(items, query.Filter.NeedsTags, cancellationToken);
        var found = all.Where(query.Finds).OrderBy(e => e.Experiment, query.Order).ToList();
        var page = found.Skip(offset).Take(query.Size).ToList();
        var next = offset + page.Count < found.Count ? PageTokens.EncodeOffset(SortedKind, offset + page.Count) : null;
        return (await CompleteAsync(page, query, cancellationToken), next);
    }

    /// <summary>
    /// The experiments after a place, newest first. The index sorts by more than milliseconds, so those of one millisecond, which clients
    /// see as equally old, are sorted by id here.
    /// </summary>
    private async IAsyncEnumerable<ExperimentItem> NewestAsync(
        ExperimentQuery search, Place? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await NamedAsync(search, cancellationToken) is { } named)
        {
            foreach (var item in named.Where(item => after is null || after.IsBefore(item)).Order(search.Order)) yield return item;
            yield break;
        }

        var tied = new List<ExperimentItem>();
        await foreach (var item in Select(search, after).WithCancellation(cancellationToken))
        {
            if (after is not null && after.Includes(item)) continue;
            if (tied.Count > 0 && ExperimentOrder.Millisecond(tied[0]) != ExperimentOrder.Millisecond(item))
            {
                foreach (var next in tied.Order(search.Order)) yield return next;
                tied.Clear();
            }

            tied.Add(item);
        }

        foreach (var next in tied.Order(search.Order)) yield return next;
    }

    /// <summary>The experiments that the index of names finds; null if all experiments have to be read.</summary>
    private async Task<List<ExperimentItem>?> NamedAsync(ExperimentQuery query, CancellationToken cancellationToken)
    {
        var named = await names.FindExperimentsAsync(query.Filter.NamePatterns, MaxNamed, cancellationToken);
        return named?.Where(item => query.Stage is null || item.Lifecycle == query.Stage).ToList();
    }

    private ItemSequence<ExperimentItem> Select(ExperimentQuery search, Place? after)
    {
        var query = after is null
            ? table.Experiments.Query(ExperimentItem.Index.Experiments())
            : table.Experiments.Query(ExperimentItem.Index.Experiments(), ExperimentItem.Index.ExperimentsSortKey.LessThan(after.End));
        // Where every experiment passes, a page needs little more than its size, of which no shard has much more than its part; a filter
        // may need all, and those come cheapest by the megabyte.
        if (search.Filter.IsEmpty) query = query.PageSize(Math.Min((search.Size / (ExperimentItem.Shards - 1)) + 3, MaxRead));
        return OfStage(query.Descending(), search.Stage);
    }

    private static ItemSequence<ExperimentItem> OfStage(
        IndexQuery<ExperimentItem, ExperimentItem.ExperimentsAttributes> query, LifecycleStage? stage) =>
        stage is { } only ? query.Where(e => e.Lifecycle == only) : query;

    /// <summary>Adds the tags to a page, unless the filter has asked for them already, or nobody wants them.</summary>
    private async Task<IReadOnlyList<TaggedExperiment>> CompleteAsync(
        List<TaggedExperiment> page, ExperimentQuery query, CancellationToken cancellationToken) =>
        query.Filter.NeedsTags || !query.ShowsTags
            ? page
            : await TaggedAsync(page.ConvertAll(e => e.Experiment), withTags: true, cancellationToken);

    private async Task<IReadOnlyList<TaggedExperiment>> TaggedAsync(
        IReadOnlyList<ExperimentItem> items, bool withTags, CancellationToken cancellationToken)
    {
        if (!withTags) return [.. items.Select(item => new TaggedExperiment(item, []))];
        return await Many.MapAsync(
            items,
            async (item, token) => new TaggedExperiment(item, await experiments.TagsAsync(item.ExperimentId, token)),
            cancellationToken);
    }

    private static string TokenOf(ExperimentItem last) => PageTokens.Encode(
        NewestKind, ExperimentOrder.Millisecond(last).ToString(CultureInfo.InvariantCulture), last.ExperimentId);

    private static Place? PlaceOf(string? token)
    {
        if (PageTokens.Decode(NewestKind, token, 2) is not [var millisecond, var id]) return null;
        return long.TryParse(millisecond, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Place.MaxMillisecond
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var idNumber)
            ? new Place(number, idNumber)
            : throw PageTokens.Unknown();
    }

    /// <summary>Where a page ended.</summary>
    private sealed record Place(long Millisecond, long Id)
    {
        /// <summary>The last millisecond that a date can be.</summary>
        public const long MaxMillisecond = 253_402_300_799_999;

        /// <summary>The first moment that is newer than everything at or after the place.</summary>
        public DateTimeOffset End => DateTimeOffset.FromUnixTimeMilliseconds(Millisecond + 1);

        /// <summary>Whether an experiment comes after the place.</summary>
        public bool IsBefore(ExperimentItem item) => ExperimentOrder.Millisecond(item) <= Millisecond && !Includes(item);

        /// <summary>Whether the page, or one before it, had an experiment of the place's millisecond.</summary>
        public bool Includes(ExperimentItem item) => ExperimentOrder.Millisecond(item) == Millisecond && ExperimentField.IdOf(item) <= Id;
    }
}
