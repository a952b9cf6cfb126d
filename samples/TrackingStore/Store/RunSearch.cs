using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The search of runs. In the order of the index, newest first, it reads as far as the page needs; in any other order it reads all runs of
/// the experiments. If the filter asks for a part of the name, and few names have it, it reads only those runs. Of what was logged to a run
/// it reads only what filter and order ask for, of a hundred runs at once, and everything for the runs of the page alone. What the
/// summaries on the runs' own items know, it does not read.
/// </summary>
internal sealed class RunSearch(TrackingTable table, RunStore runs, RunColumns columns, KeptSummaries summaries, NameIndex names)
{
    private const string SortedKind = "runs";

    // Runs that are read at once. Each time that they do not fill the page, the next ones are twice as many: few may pass.
    private const int Chunk = 100;
    private const int MaxChunk = 3200;

    private readonly RunList list = new(table, summaries, names);

    /// <summary>A page of runs. There is a token only when there are more runs.</summary>
    public async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> SearchAsync(RunQuery query, CancellationToken cancellationToken)
    {
        if (query.ExperimentIds.Count == 0 || query.Size == 0) return ([], null);
        return query.Order.IsNewestFirst ? await NewestAsync(query, cancellationToken) : await SortedAsync(query, cancellationToken);
    }

    private async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> NewestAsync(RunQuery query, CancellationToken cancellationToken)
    {
        var page = new List<LoggedRun>();
        var chunk = new List<RunItem>();
        var (size, maxSize, needsData) = (Chunk, query.NeedsEverything ? Chunk : MaxChunk, false);
        await foreach (var item in list.ReadAsync(query, RunPlace.Of(query.Token), cancellationToken))
        {
            chunk.Add(item);
            needsData |= IsNeeded(item, query);
            // Where something has to be read to decide, a whole chunk is read at once, even for a small page.
            if (chunk.Count < (needsData ? size : Math.Min(size, query.Size + 1 - page.Count))) continue;
            if (await AddMatchesAsync(page, chunk, query, cancellationToken)) return (page, RunPlace.TokenOf(page[^1].Run));
            size = Math.Min(2 * size, maxSize);
            needsData = false;
            chunk.Clear();
        }

        return (page, await AddMatchesAsync(page, chunk, query, cancellationToken) ? RunPlace.TokenOf(page[^1].Run) : null);
    }

    /// <summary>Adds the runs of a chunk that pass to the page.</summary>
    /// <returns>Whether one of them is for the next page: the page is full, and not the last one.</returns>
    private async Task<bool> AddMatchesAsync(
        List<LoggedRun> page, IReadOnlyList<RunItem> chunk, RunQuery query, CancellationToken cancellationToken)
    {
        var found = await FindAsync(chunk, query, cancellationToken);
        var taken = 0;
        while (page.Count < query.Size && taken < found.Count)
        {
            LoggedRun[] part = [.. found.Skip(taken).Take(query.Size - page.Count)];
            page.AddRange(await CompleteAsync(part, query, cancellationToken));
            taken += part.Length;
        }

        return taken < found.Count;
    }

    private async Task<(IReadOnlyList<LoggedRun> Page, string? Next)> SortedAsync(RunQuery query, CancellationToken cancellationToken)
    {
        var offset = PageTokens.DecodeOffset(SortedKind, query.Token);
        // A list of all runs would be a large object, and all of them garbage of an older generation. One run more shows whether there is
        // another page.
        var (best, unknown) = (new BestRuns(query.Order, offset + (long)query.Size + 1), new List<RunItem>());
        await foreach (var item in list.ReadAsync(query, null, cancellationToken))
        {
            if (IsNeeded(item, query)) unknown.Add(item);
            else best.Add(LoggedRun.OfItem(item));
            if (unknown.Count < MaxChunk) continue;
            await AddUnknownAsync();
            unknown.Clear();
        }

        await AddUnknownAsync();
        LoggedRun[] found = [.. best.From(offset)];
        LoggedRun[] page = [.. found.Take(query.Size)];
        var shown = await CompleteAsync(page, query, cancellationToken);
        // A run that does not pass any more is not before the next page either. Where a summary says that it passes, it still does there.
        var left = shown.Select(run => run.Run.RunId).ToHashSet();
        var gone = page.Count(run => IsNeeded(run.Run, query) && !left.Contains(run.Run.RunId));
        var next = found.Length > query.Size ? PageTokens.EncodeOffset(SortedKind, offset + page.Length - gone) : null;
        return (shown, next);

        async Task AddUnknownAsync()
        {
            foreach (var run in await FindAsync(unknown, query, cancellationToken)) best.Add(run);
        }
    }

    /// <summary>Whether filter or order ask for something that a run's own item does not have.</summary>
    private static bool IsNeeded(RunItem item, RunQuery query) => query.Order.NeedsDataOf(item) || query.Filter.NeedsDataOf(item);

    /// <summary>The runs that pass the filter, with what filter and order need of them.</summary>
    private Task<IReadOnlyList<LoggedRun>> FindAsync(
        IReadOnlyList<RunItem> items, RunQuery query, CancellationToken cancellationToken) => ReloadAsync(
        [.. items.Select(item => LoggedRun.OfItem(item))],
        run => IsNeeded(run.Run, query),
        query,
        query.NeedsEverything ? null : query.SearchedFields,
        cancellationToken);

    /// <summary>
    /// Runs that were found, with what the page shows. What was logged may have changed since the filter read it, and summaries may be
    /// a moment old, so what is read now has the last word.
    /// </summary>
    private async Task<IReadOnlyList<LoggedRun>> CompleteAsync(
        LoggedRun[] found, RunQuery query, CancellationToken cancellationToken)
    {
        // Of runs that were decided by their own items, nothing else has been read.
        var showsMore = !query.NeedsEverything && query.Columns?.Except(query.SearchedFields).Any() != false;
        IReadOnlyList<RunField>? fields = query.Columns is { } shown ? [.. query.SearchedFields.Union(shown)] : null;
        return await ReloadAsync(found, run => showsMore || !IsNeeded(run.Run, query), query, fields, cancellationToken);
    }

    /// <summary>The runs, with those that were read again only if they pass the filter.</summary>
    /// <param name="found">The runs.</param>
    /// <param name="isNeeded">Which of them to read again.</param>
    /// <param name="query">The search.</param>
    /// <param name="fields">What to read of them; null for everything that was logged.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    private async Task<IReadOnlyList<LoggedRun>> ReloadAsync(
        IReadOnlyList<LoggedRun> found,
        Func<LoggedRun, bool> isNeeded,
        RunQuery query,
        IReadOnlyList<RunField>? fields,
        CancellationToken cancellationToken)
    {
        int[] places = [.. Enumerable.Range(0, found.Count).Where(i => isNeeded(found[i]))];
        if (places.Length == 0) return found;
        RunItem[] items = Array.ConvertAll(places, place => found[place].Run);
        var loaded = fields is null
            ? await Many.MapAsync(items, LoadAsync, cancellationToken)
            : await columns.LoadAsync(items, fields, cancellationToken);
        LoggedRun?[] all = [.. found];
        for (var i = 0; i < places.Length; i++) all[places[i]] = query.Filter.Matches(loaded[i]) ? loaded[i] : null;
        return [.. all.OfType<LoggedRun>()];
    }

    private async ValueTask<LoggedRun> LoadAsync(RunItem item, CancellationToken cancellationToken) =>
        new(item, await runs.DataAsync(item.RunId, cancellationToken));
}
