using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>A logged model as its items say it.</summary>
internal sealed record LoggedModel(
    LoggedModelItem Item,
    IReadOnlyList<NamedValue> Tags,
    IReadOnlyList<NamedValue> Params,
    IReadOnlyList<LoggedModelMetricItem> Metrics)
{
    /// <summary>How long its texts are together, in characters.</summary>
    public long Weight =>
        Item.Weight + Tags.Sum(tag => (long)tag.Weight) + Params.Sum(p => (long)p.Weight) + Metrics.Sum(metric => (long)metric.Weight);

    /// <summary>A model of which only its own item was read.</summary>
    public static LoggedModel OfItem(LoggedModelItem item) => new(item, [], [], []);

    /// <summary>A model from the items of its partition; null if its own item is not among them.</summary>
    public static LoggedModel? Of(IReadOnlyList<ILoggedModelData> items)
    {
        var own = items.OfType<LoggedModelItem>().FirstOrDefault();
        return own is null ? null : new LoggedModel(
            own,
            [.. items.OfType<LoggedModelTagItem>().Select(tag => new NamedValue(tag.Name, tag.Value))],
            [.. items.OfType<LoggedModelParamItem>().Select(parameter => new NamedValue(parameter.Name, parameter.Value))],
            [.. items.OfType<LoggedModelMetricItem>()]);
    }
}
