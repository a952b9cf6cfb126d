using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Search;

/// <summary>A field that runs are searched and sorted by.</summary>
/// <param name="Property">What of the run it is.</param>
/// <param name="Name">The name of the metric, parameter or tag; empty for everything else.</param>
internal readonly record struct RunField(RunProperty Property, string Name = "")
{
    /// <summary>Whether the field is in what was logged to the run, not in the run's own item.</summary>
    public bool IsLogged => IsOfDataset || Property is RunProperty.Metric or RunProperty.Param or RunProperty.Tag;

    /// <summary>Whether the field is one of data sets, whose items have no names by which they could be read.</summary>
    public bool IsOfDataset => Property is RunProperty.DatasetName or RunProperty.DatasetDigest or RunProperty.DatasetContext;

    /// <summary>Whether the field is in a run's own item: everything that was not logged, and what the summary knows.</summary>
    public bool IsInItem(RunSummary summary) => Property switch
    {
        RunProperty.Metric => summary.KnowsMetric(Name),
        RunProperty.Param => summary.KnowsParam(Name),
        RunProperty.Tag => summary.KnowsTag(Name),
        _ => !IsOfDataset,
    };

    /// <summary>Whether the field is a number; otherwise it is a text.</summary>
    public bool IsNumber => Property is RunProperty.StartTime or RunProperty.EndTime or RunProperty.Metric;

    /// <summary>The value of a number field, or null where the run has none.</summary>
    public double? NumberOf(LoggedRun run) => Property switch
    {
        RunProperty.StartTime => run.Run.StartTime,
        RunProperty.EndTime => run.Run.EndTime,
        _ => run.MetricOf(Name),
    };

    /// <summary>The value of a text field, or null where the run has none. Of several data sets, the first one's.</summary>
    public string? TextOf(LoggedRun run) => Property switch
    {
        RunProperty.Id => run.Run.RunId,
        RunProperty.Name => run.Run.Name,
        RunProperty.Status => run.Run.Status.ToString(),
        RunProperty.UserId => run.Run.UserId,
        RunProperty.ArtifactUri => run.Run.ArtifactUri,
        RunProperty.Param => run.ParamOf(Name),
        RunProperty.Tag => run.TagOf(Name),
        _ => TextsOf(run).FirstOrDefault(),
    };

    /// <summary>The values of a text field: one for each data set, or the only one.</summary>
    public IEnumerable<string?> TextsOf(LoggedRun run) => Property switch
    {
        RunProperty.DatasetName => run.Datasets.Select(d => d.Dataset),
        RunProperty.DatasetDigest => run.Datasets.Select(d => d.Digest),
        RunProperty.DatasetContext => run.Datasets.Select(d => d.Tags?.GetValueOrDefault(DatasetUse.ContextTag)),
        _ => [TextOf(run)],
    };
}
