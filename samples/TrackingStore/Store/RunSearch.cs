using System.Globalization;
using System.Runtime.CompilerServices;
using DynamoToolkit;
using DynamoToolkit.CompilerServices;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The search of runs. In the order of the index, newest first, it reads as far as the page needs; in any other order it reads all runs of
/// the experiments. If the filter asks for a part of the name, and few names have it, it reads only those runs. It reads what was
/// logged to a run only where filter or order ask for it, and for the runs of the page; of chosen columns, it reads those of a hundred runs
/// at once. For conditions on tags it uses the copies that the runs' own items have.
/// </summary>
internal sealed class RunSearch(TrackingTable table, RunStore runs, RunColumns columns, TagCopies copies, NameIndex names)
{
    private const string SortedKind = "runs";
    private const string NewestKind = "newest";
    private const int Chunk = 100;

    // Where the list would be read to its end, the index is cheaper by far. Otherwise a name that many runs have fills the page soon.
    private const int MaxNamed = 200;
    private const int MaxNamedOfAll = 2000;

    /// <summary>A page of runs. The token is there when the page is full, as in MLflow.</summary>
    public async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> SearchAsync(RunQuery query, CancellationToken cancellationToken)
    {
        if (query.ExperimentIds.Count == 0 || query.Size == 0) return ([], null);
        return query.Order.IsNewestFirst ? await NewestAsync(query, cancellationToken) : await SortedAsync(query, cancellationToken);
    }

    private async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> NewestAsync(RunQuery query, CancellationToken cancellationToken)
    {
        var page = new List<LoggedRun>();
        var chunk = new List<RunItem>();
        await foreach (var item in ReadAsync(query, CursorOf(query.Token), cancellationToken))
        {
            if (!query.Filter.MatchesItem(item)) continue;
            chunk.Add(item);
            // Where loading decides, a whole chunk is loaded at once, even for a small page: few of it may pass.
            if (chunk.Count < (chunk.Exists(query.Filter.NeedsDataOf) ? Chunk : Math.Min(Chunk, query.Size - page.Count))) continue;
            await AddMatchesAsync(page, chunk, query, cancellationToken);
            if (page.Count == query.Size) break;
        }

        await AddMatchesAsync(page, chunk, query, cancellationToken);
        return (page, page.Count == query.Size ? TokenOf(page[^1].Run) : null);
    }

    private async Task AddMatchesAsync(List<LoggedRun> page, List<RunItem> chunk, RunQuery query, CancellationToken cancellationToken)
    {
        if (page.Count == query.Size) return;
        var fields = SearchedFields(query).Concat(query.Columns ?? []);
        var matches = (await LoadAsync(chunk, query, fields, cancellationToken)).Where(query.Filter.Matches);
        page.AddRange(matches.Take(query.Size - page.Count));
        chunk.Clear();
    }

    private async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> SortedAsync(RunQuery query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(SortedKind, query.Token);
        var items = new List<RunItem>();
        await foreach (var item in ReadAsync(query, null, cancellationToken))
        {
            if (query.Filter.MatchesItem(item)) items.Add(item);
        }

        bool IsNeeded(RunItem item) => query.Order.NeedsData || query.Filter.NeedsDataOf(item);
        var found = await LoadAsync(
            items.ConvertAll(LoggedRun.OfItem), run => IsNeeded(run.Run), query, SearchedFields(query), cancellationToken);
        var page = found.Where(query.Filter.Matches).Order(query.Order).Skip(offset).Take(query.Size).ToList();
        var next = page.Count == query.Size ? PageTokens.EncodeOffset(SortedKind, offset + page.Count) : null;

        // What neither filter nor order needed. Copies of tags may be a moment old, so the tags themselves have the last word.
        var fields = SearchedFields(query).Concat(query.Columns ?? []);
        var whole = await LoadAsync(page, run => query.Columns is not null || !IsNeeded(run.Run), query, fields, cancellationToken);
        return ([.. whole.Where(query.Filter.Matches)], next);
    }

    private static IEnumerable<RunField> SearchedFields(RunQuery query) => query.Filter.LoggedFields.Concat(query.Order.LoggedFields);

    /// <summary>The runs, those among them loaded for which that is needed.</summary>
    private async Task<IReadOnlyList<LoggedRun>> LoadAsync(
        IReadOnlyList<LoggedRun> found,
        Func<LoggedRun, bool> isNeeded,
        RunQuery query,
        IEnumerable<RunField> fields,
        CancellationToken cancellationToken)
    {
        LoggedRun[] all = [.. found];
        int[] places = [.. Enumerable.Range(0, all.Length).Where(i => isNeeded(all[i]))];
        var loaded = await LoadAsync([.. places.Select(i => all[i].Run)], query, fields, cancellationToken);
        foreach (var (place, run) in places.Zip(loaded)) all[place] = run;
        return all;
    }

    /// <summary>The runs with some fields, or with everything if the search shows that.</summary>
    private async Task<IReadOnlyList<LoggedRun>> LoadAsync(
        IReadOnlyList<RunItem> items, RunQuery query, IEnumerable<RunField> fields, CancellationToken cancellationToken)
    {
        RunField[] wanted = [.. fields];
        return query.Columns is null || wanted.Any(field => field.IsOfDataset)
            ? await Many.MapAsync(items, LoadAsync, cancellationToken)
            : await columns.LoadAsync(items, wanted, cancellationToken);
    }

    /// <summary>The runs that may pass the filter, newest first.</summary>
    private async IAsyncEnumerable<RunItem> ReadAsync(
        RunQuery query, Cursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var max = query.Order.IsNewestFirst ? MaxNamed : MaxNamedOfAll;
        var named = await names.FindRunsAsync(query.ExperimentIds, query.Filter.NamePatterns, max, cancellationToken);
        var source = named is null ? MergeAsync(query, after, cancellationToken) : Select(named, query, after).ToAsyncEnumerable();
        await foreach (var run in source)
        {
            if (!copies.AreKept) run.Tags = null;
            yield return run;
        }
    }

    /// <summary>The runs of a search that are among those that the index of names has found, newest first.</summary>
    private static IEnumerable<RunItem> Select(IReadOnlyList<RunItem> named, RunQuery query, Cursor? after) => named
        .Where(run => (query.Stage is null || run.Lifecycle == query.Stage)
            && (after is null || RecencyComparer.Instance.Compare(KeyOf(run), (after.Recency, after.RunId)) > 0))
        .OrderBy(KeyOf, RecencyComparer.Instance);

    /// <summary>The runs of all experiments of a search, newest first.</summary>
    private IAsyncEnumerable<RunItem> MergeAsync(RunQuery query, Cursor? after, CancellationToken cancellationToken) => Merging.MergeAsync(
        query.ExperimentIds.Where(ExperimentIds.IsValid).Distinct().Select(id => Select(id, query, after).AsAsyncEnumerable()),
        KeyOf,
        RecencyComparer.Instance,
        cancellationToken);

    private ItemSequence<RunItem> Select(string experimentId, RunQuery search, Cursor? after)
    {
        var query = table.Runs.Query(RunItem.Index.ByExperiment(experimentId));
        if (after is not null)
        {
            // The generated builder compares within one recency. What comes after a place lies in all later ones, too, so that the key's
            // text is written out.
            var place = KeyText.Value($"{after.Recency}#{after.RunId}");
            query = table.Runs.Query(
                RunItem.Index.ByExperiment(experimentId), SortKeyCondition<RunItem.ByExperimentAttributes>.GreaterThan(place));
        }

        // Where every run passes, a page needs no more than its size, of which each shard has its part; a filter may need all, and those
        // come cheapest by the megabyte.
        if (search.Filter.IsEmpty && search.Order.IsNewestFirst) query = query.Limit(search.Size);
        return search.Stage is { } only ? query.Where(r => r.Lifecycle == only) : query;
    }

    private async ValueTask<LoggedRun> LoadAsync(RunItem item, CancellationToken cancellationToken) =>
        new(item, await runs.DataAsync(item.RunId, cancellationToken));

    private static (long Recency, string RunId) KeyOf(RunItem item) => (item.Recency, item.RunId);

    private static string TokenOf(RunItem last) =>
        PageTokens.Encode(NewestKind, last.Recency.ToString(CultureInfo.InvariantCulture), last.RunId);

    private static Cursor? CursorOf(string? token)
    {
        if (PageTokens.Decode(NewestKind, token, 2) is not [var recency, var runId]) return null;
        return long.TryParse(recency, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && RunIds.IsValid(runId)
            ? new Cursor(number, runId)
            : throw PageTokens.Unknown();
    }

    private sealed record Cursor(long Recency, string RunId);
}
