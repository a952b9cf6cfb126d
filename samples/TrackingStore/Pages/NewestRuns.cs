using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Store;

namespace TrackingStore.Pages;

/// <summary>The newest active runs of an experiment, for the pages that list them.</summary>
internal sealed class NewestRuns(RunSearch search)
{
    /// <summary>At most <paramref name="max"/> runs, the newest first.</summary>
    public async Task<IReadOnlyList<LoggedRun>> OfAsync(string experimentId, int max, CancellationToken cancellationToken)
    {
        var query = new RunQuery([experimentId], RunFilter.Everything, RunOrder.NewestFirst, LifecycleStage.Active, max, null);
        return (await search.SearchAsync(query, cancellationToken)).Page;
    }
}
