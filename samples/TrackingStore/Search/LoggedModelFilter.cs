using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>
/// Which logged models a search finds: those that pass every condition. If data sets are given, only metrics on these count, and a filter
/// without metrics finds the models that have any metric on them.
/// </summary>
internal sealed class LoggedModelFilter(IReadOnlyList<Condition<LoggedModelField>> conditions, IReadOnlyList<DatasetChoice> datasets)
{
    private readonly List<Condition<LoggedModelField>> own = [.. conditions.Where(c => !c.Field.IsLogged)];
    private readonly List<Condition<LoggedModelField>> logged = [.. conditions.Where(c => c.Field.IsLogged)];
    private readonly bool hasMetrics = conditions.Any(c => c.Field.Property == LoggedModelProperty.Metric);

    /// <summary>Whether every model passes.</summary>
    public bool IsEmpty => own.Count == 0 && !NeedsData;

    /// <summary>Whether the filter asks for something that a model's own item does not have.</summary>
    public bool NeedsData => logged.Count > 0 || datasets.Count > 0;

    /// <summary>Whether a model passes the conditions on its own item.</summary>
    public bool MatchesItem(LoggedModelItem item) => own.TrueForAll(c => Matches(c, LoggedModel.OfItem(item)));

    /// <summary>Whether a model passes the conditions on what was logged to it.</summary>
    public bool MatchesData(LoggedModel model) =>
        logged.TrueForAll(c => Matches(c, model)) && (datasets.Count == 0 || hasMetrics || HasMetricOnDatasets(model));

    private bool Matches(Condition<LoggedModelField> condition, LoggedModel model) => condition.Field.IsNumber
        ? condition.Field.NumbersOf(model, datasets).Any(number => condition.Comparison.Matches(number))
        : condition.Comparison.Matches(condition.Field.TextOf(model));

    private bool HasMetricOnDatasets(LoggedModel model) => model.Metrics.Any(metric => datasets.Any(dataset => dataset.Includes(metric)));
}
