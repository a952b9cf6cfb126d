using TrackingStore.Model;
using TrackingStore.Search;

namespace TrackingStore.Store;

/// <summary>A search of experiments.</summary>
/// <param name="Filter">Which experiments it finds.</param>
/// <param name="Order">Their order.</param>
/// <param name="Stage">The only stage to show; null shows all.</param>
/// <param name="Size">The size of the page.</param>
/// <param name="Token">Where the previous page ended; null for the first one.</param>
internal sealed record ExperimentQuery(ExperimentFilter Filter, ExperimentOrder Order, LifecycleStage? Stage, int Size, string? Token)
{
    /// <summary>Which experiments the caller may see, by their ids.</summary>
    public Func<string, bool> IsVisible { get; init; } = static _ => true;

    /// <summary>Whether the page shows the tags, which takes a query for each experiment.</summary>
    public bool ShowsTags { get; init; } = true;

    /// <summary>Whether the search finds an experiment.</summary>
    public bool Finds(TaggedExperiment experiment) => IsVisible(experiment.Experiment.ExperimentId) && Filter.Matches(experiment);
}
