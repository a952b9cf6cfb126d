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
    /// The metrics, parameters and tags that the page shows; null for everything that was logged, which takes a query for each run of the
    /// page. What is found is the same.
    /// </summary>
    public IReadOnlyList<RunField>? Columns { get; init; }

    /// <summary>The metrics, parameters, tags and data sets that filter and order ask for.</summary>
    public IReadOnlyList<RunField> SearchedFields => [.. Filter.LoggedFields, .. Order.LoggedFields];

    /// <summary>Whether filter or order ask for something that can be read only with everything else that was logged to a run.</summary>
    public bool NeedsEverything => SearchedFields.Any(one => one.IsOfDataset);
}
