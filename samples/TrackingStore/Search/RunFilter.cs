using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>Which runs a search finds: those that pass every condition.</summary>
internal sealed class RunFilter(IEnumerable<Condition<RunField>> conditions)
{
    private readonly List<Condition<RunField>> own = [.. conditions.Where(c => !c.Field.IsLogged)];
    private readonly List<Condition<RunField>> logged = [.. conditions.Where(c => c.Field.IsLogged)];

    /// <summary>The filter that every run passes.</summary>
    public static RunFilter Everything { get; } = new([]);

    /// <summary>Whether the filter asks for metrics, parameters, tags or data sets, which a run's own item does not have.</summary>
    public bool NeedsData => logged.Count > 0;

    /// <summary>Whether every run passes.</summary>
    public bool IsEmpty => own.Count + logged.Count == 0;

    /// <summary>Whether a run passes the conditions on its own item.</summary>
    public bool MatchesItem(RunItem run) => own.Count == 0 || MatchesOwn(new LoggedRun(run, []));

    /// <summary>Whether a run passes the whole filter.</summary>
    public bool Matches(LoggedRun run) => MatchesOwn(run) && logged.TrueForAll(c => Matches(c, run));

    private bool MatchesOwn(LoggedRun run) => own.TrueForAll(c => Matches(c, run));

    private static bool Matches(Condition<RunField> condition, LoggedRun run) => condition.Field.IsNumber
        ? condition.Comparison.Matches(condition.Field.NumberOf(run))
        : condition.Field.TextsOf(run).Any(text => condition.Comparison.Matches(text));
}
