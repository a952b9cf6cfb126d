using System.Runtime.CompilerServices;
using DynamoToolkit;
using DynamoToolkit.CompilerServices;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The list of runs, as the index has it: newest first. If a search asks for a part of the name, and few names have it, only those runs
/// are read.
/// </summary>
internal sealed class RunList(TrackingTable table, KeptSummaries summaries, NameIndex names)
{
    // Where the list would be read to its end, the index is cheaper by far. Otherwise a name that many runs have fills the page soon.
    private const int MaxNamed = 200;
    private const int MaxNamedOfAll = 2000;

    /// <summary>The runs that pass what a filter asks of their own items, newest first.</summary>
    public async IAsyncEnumerable<RunItem> ReadAsync(
        RunQuery query, RunPlace? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var max = query.Order.IsNewestFirst ? MaxNamed : MaxNamedOfAll;
        var named = await names.FindRunsAsync(query.ExperimentIds, query.Filter.NamePatterns, max, cancellationToken);
        var source = named is null ? MergeAsync(query, after, cancellationToken) : Select(named, query, after).ToAsyncEnumerable();
        await foreach (var run in source.WithCancellation(cancellationToken))
        {
            if (!summaries.AreKept) run.Summary = null;
            if (query.Filter.MatchesItem(run)) yield return run;
        }
    }

    /// <summary>The runs of a search that are among those that the index of names has found, newest first.</summary>
    private static IEnumerable<RunItem> Select(IReadOnlyList<RunItem> named, RunQuery query, RunPlace? after) => named
        .Where(run => (query.Stage is null || run.Lifecycle == query.Stage)
            && (after is null || RecencyComparer.Instance.Compare(KeyOf(run), (after.Recency, after.RunId)) > 0))
        .OrderBy(KeyOf, RecencyComparer.Instance);

    /// <summary>The runs of all experiments of a search, newest first.</summary>
    private IAsyncEnumerable<RunItem> MergeAsync(RunQuery query, RunPlace? after, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<RunItem>[] lists =
            [.. query.ExperimentIds.Where(ExperimentIds.IsValid).Distinct().Select(id => Select(id, query, after).AsAsyncEnumerable())];
        return lists is [var only] ? only : Merging.MergeAsync(lists, KeyOf, RecencyComparer.Instance, cancellationToken);
    }

    private ItemSequence<RunItem> Select(string experimentId, RunQuery search, RunPlace? after)
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

    private static (long Recency, string RunId) KeyOf(RunItem item) => (item.Recency, item.RunId);
}
