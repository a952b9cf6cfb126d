using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>A run as its items say it: its own, and those of what was logged to it.</summary>
internal sealed record LoggedRun(RunItem Run, IReadOnlyList<RunDataItem> Data)
{
    /// <summary>What is known of a run of which only its own item was read.</summary>
    public RunSummary Summary { get; private init; }

    /// <summary>A run of which only its own item was read: what its summary knows can be looked up by name.</summary>
    public static LoggedRun OfItem(RunItem run) => new(run, []) { Summary = RunSummary.Of(run) };

    /// <summary>The latest point of each metric.</summary>
    public IEnumerable<MetricPoint> Metrics => Data.Where(d => d.Rank is not null).Select(d => MetricRank.Decode(d.Name!, d.Rank!));

    /// <summary>The parameters.</summary>
    public IEnumerable<NamedValue> Params => Data.Where(d => d.Param is not null).Select(d => new NamedValue(d.Name!, d.Param!));

    /// <summary>The tags.</summary>
    public IEnumerable<NamedValue> Tags => Data.Where(d => d.Tag is not null).Select(d => new NamedValue(d.Name!, d.Tag!));

    /// <summary>The data sets that the run read.</summary>
    public IEnumerable<RunDataItem> Datasets => Data.Where(d => d.Dataset is not null);

    /// <summary>The ids of the models that the run read.</summary>
    public IEnumerable<string> InputModels => Data.Select(d => d.InputModel).OfType<string>();

    /// <summary>The models that the run made.</summary>
    public IEnumerable<OutputModel> OutputModels =>
        Data.Where(d => d.OutputModel is not null).Select(d => new OutputModel(d.OutputModel!, d.Step ?? 0));

    /// <summary>The latest value of a metric.</summary>
    public double? MetricOf(string name)
    {
        foreach (var one in Data)
            if (one.Rank is { } rank && one.Name == name) return MetricRank.ValueOf(rank);

        return Summary.TryGetMetric(name, out var known) ? known : null;
    }

    /// <summary>The value of a parameter.</summary>
    public string? ParamOf(string name)
    {
        foreach (var one in Data)
            if (one.Param is { } value && one.Name == name) return value;

        return Summary.TryGetParam(name, out var known) ? known : null;
    }

    /// <summary>The value of a tag.</summary>
    public string? TagOf(string name)
    {
        foreach (var one in Data)
            if (one.Tag is { } value && one.Name == name) return value;

        return Summary.TryGetTag(name, out var known) ? known : null;
    }
}
