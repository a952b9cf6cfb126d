using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>Which runs a search finds: those that pass every condition.</summary>
internal sealed class RunFilter(IEnumerable<Condition<RunField>> conditions)
{
    private readonly List<Condition<RunField>> own = [.. conditions.Where(c => !c.Field.IsLogged)];
    private readonly List<Condition<RunField>> logged = [.. conditions.Where(c => c.Field.IsLogged)];

    /// <summary>The filter that every run passes.</summary>
    public static RunFilter Everything { get; } = new([]);

    /// <summary>Whether every run passes.</summary>
    public bool IsEmpty => own.Count + logged.Count == 0;

    /// <summary>What the filter asks of the run's name, for an index of names; empty if no index can help.</summary>
    public IReadOnlyList<NamePattern> NamePatterns =>
        [.. own.Where(c => c.Field.Property == RunProperty.Name).Select(c => c.Comparison.ToNamePattern()).OfType<NamePattern>()];

    /// <summary>The metrics, parameters, tags and data sets that the filter asks for.</summary>
    public IEnumerable<RunField> LoggedFields => logged.Select(c => c.Field);

    /// <summary>
    /// Whether the filter asks for something that a run's own item does not have: data sets, and metrics, parameters or tags that its
    /// summary does not know.
    /// </summary>
    public bool NeedsDataOf(RunItem run)
    {
        foreach (var condition in logged)
            if (!condition.Field.IsInItem(RunSummary.Of(run))) return true;

        return false;
    }

    /// <summary>Whether a run passes the conditions on what its own item has.</summary>
    public bool MatchesItem(RunItem run) =>
        (logged.Count == 0 || MatchesSummary(RunSummary.Of(run))) && (own.Count == 0 || MatchAll(own, LoggedRun.OfItem(run)));

    /// <summary>Whether a run passes the whole filter.</summary>
    public bool Matches(LoggedRun run) => MatchAll(own, run) && MatchAll(logged, run);

    private bool MatchesSummary(RunSummary summary)
    {
        foreach (var condition in logged)
            if (!MatchesSummary(condition, summary)) return false;

        return true;
    }

    /// <summary>Whether a summary does not know what a condition asks for, or it passes.</summary>
    private static bool MatchesSummary(Condition<RunField> condition, RunSummary summary)
    {
        var (field, comparison) = condition;
        return field.Property switch
        {
            RunProperty.Metric => !summary.TryGetMetric(field.Name, out var value) || comparison.Matches(value),
            RunProperty.Param => !summary.TryGetParam(field.Name, out var text) || comparison.Matches(text),
            RunProperty.Tag => !summary.TryGetTag(field.Name, out var text) || comparison.Matches(text),
            _ => true,
        };
    }

    private static bool MatchAll(List<Condition<RunField>> conditions, LoggedRun run)
    {
        foreach (var condition in conditions)
            if (!Matches(condition, run)) return false;

        return true;
    }

    private static bool Matches(Condition<RunField> condition, LoggedRun run)
    {
        var (field, comparison) = condition;
        if (field.IsNumber) return comparison.Matches(field.NumberOf(run));
        return field.IsOfDataset ? field.TextsOf(run).Any(comparison.Matches) : comparison.Matches(field.TextOf(run));
    }
}
