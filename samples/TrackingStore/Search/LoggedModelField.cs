using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Search;

/// <summary>A field that logged models are searched and sorted by.</summary>
/// <param name="Property">What of the model it is.</param>
/// <param name="Name">The name of the metric, parameter or tag; empty for everything else.</param>
/// <param name="Dataset">The data sets of which a metric is taken, when models are sorted by it.</param>
internal readonly record struct LoggedModelField(LoggedModelProperty Property, string Name = "", DatasetChoice Dataset = default)
{
    /// <summary>Whether the field is in what was logged to the model, not in the model's own item.</summary>
    public bool IsLogged => Property is LoggedModelProperty.Metric or LoggedModelProperty.Param or LoggedModelProperty.Tag;

    /// <summary>Whether the field is a number; otherwise it is a text.</summary>
    public bool IsNumber =>
        Property is LoggedModelProperty.CreationTime or LoggedModelProperty.LastUpdateTime or LoggedModelProperty.Metric;

    /// <summary>The value of a number field, or null where the model has none. Of several metrics it is the one measured last.</summary>
    public double? NumberOf(LoggedModel model) => Property switch
    {
        LoggedModelProperty.CreationTime => model.Item.CreationTime,
        LoggedModelProperty.LastUpdateTime => model.Item.LastUpdateTime,
        _ => Points(model, Dataset.Includes).MaxBy(point => (point.Timestamp, point.Step, SortableDouble.BitsOf(point.Value)))?.Value,
    };

    /// <summary>The values of a metric on some data sets, or on any.</summary>
    public IEnumerable<double> NumbersOf(LoggedModel model, IReadOnlyList<DatasetChoice> datasets) => Property is LoggedModelProperty.Metric
        ? Points(model, metric => datasets.Count == 0 || datasets.Any(dataset => dataset.Includes(metric))).Select(point => point.Value)
        : [NumberOf(model)!.Value];

    /// <summary>The value of a text field, or null where the model has none.</summary>
    public string? TextOf(LoggedModel model)
    {
        var name = Name;
        return Property switch
        {
            LoggedModelProperty.Id => model.Item.ModelId,
            LoggedModelProperty.Name => model.Item.Name,
            LoggedModelProperty.Type => model.Item.ModelType,
            LoggedModelProperty.SourceRunId => model.Item.SourceRunId,
            LoggedModelProperty.Status => model.Item.Status switch
            {
                LoggedModelStatus.LOGGED_MODEL_PENDING => "PENDING",
                LoggedModelStatus.LOGGED_MODEL_READY => "READY",
                _ => "FAILED",
            },
            LoggedModelProperty.Param => model.Params.FirstOrDefault(parameter => parameter.Name == name)?.Value,
            _ => model.Tags.FirstOrDefault(tag => tag.Name == name)?.Value,
        };
    }

    private IEnumerable<MetricPoint> Points(LoggedModel model, Func<LoggedModelMetricItem, bool> isIncluded)
    {
        var name = Name;
        return model.Metrics.Where(metric => metric.Name == name && isIncluded(metric))
            .Select(metric => MetricRank.Decode(metric.Name, metric.Rank));
    }
}
