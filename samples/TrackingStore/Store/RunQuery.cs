using TrackingStore.Model;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>A search of runs.</summary>
/// <param name="ExperimentIds">The experiments to search.</param>
/// <param name="Filter">Which runs it finds.</param>
/// <param name="Order">Their order.</param>
/// <param name="Stage">The only stage to show; null shows all.</param>
/// <param name="Size">The size of the page.</param>
/// <param name="Token">Where the previous page ended; null for the first one.</param>
internal sealed record RunQuery(
    IReadOnlyList<string> ExperimentIds, RunFilter Filter, RunOrder Order, LifecycleStage? Stage, int Size, string? Token)
{
    /// <summary>
    /// The metrics, parameters and tags that the page shows; null for everything that was logged, which takes a query for each run. What is
    /// found is the same.
    /// </summary>
    public IReadOnlyList<RunField>? Columns { get; init; }
}
