using TrackingStore.Protocol;
using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Metrics, parameters, tags and models in requests, checked and cut to MLflow's limits.</summary>
internal static class LoggedValues
{
    /// <summary>A tag of a run, from its fields.</summary>
    public static NamedValue ToRunTag(this Arguments arguments) => ToPair(arguments, null, Limits.RunTagValue);

    /// <summary>A parameter of a run, from its fields.</summary>
    public static NamedValue ToParam(this Arguments arguments) => ToPair(arguments, "Param key", Limits.ParamValue);

    /// <summary>A point of a metric, from its fields.</summary>
    public static MetricPoint ToMetricPoint(this Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.RequiredDouble("value");
        var timestamp = arguments.RequiredInt64("timestamp");
        var step = arguments.Int64("step") ?? 0;
        // MLflow's messages call it so.
        NameRules.RequireMetric(key, arguments.PathOf("name"));
        if (timestamp < 0) throw arguments.InvalidValue("timestamp", ". Timestamp must be a nonnegative long (64-bit integer)");
        return new MetricPoint(key, value, timestamp, step);
    }

    /// <summary>Refuses a name that several parameters have.</summary>
    public static IReadOnlyList<NamedValue> RequireDistinct(this IReadOnlyList<NamedValue> parameters)
    {
        var repeated = parameters.GroupBy(p => p.Name).Where(same => same.Count() > 1).Select(same => $"'{same.Key}'").ToList();
        if (repeated.Count == 0) return parameters;
        throw MlflowException.Invalid(
            $"Duplicate parameter keys have been submitted: [{string.Join(", ", repeated)}]. " +
            "Please ensure the request contains only one param value per param key.");
    }

    /// <summary>The id of the logged model for which a metric is logged; null if there is none.</summary>
    public static string? LoggedModelId(this Arguments metric) =>
        metric.Text("model_id") is { Length: > 0 } ? metric.RequiredKey("model_id") : null;

    /// <summary>A point of a metric for a logged model; null if the metric is not for one.</summary>
    public static ModelPoint? ToModelPoint(this Arguments metric)
    {
        if (metric.LoggedModelId() is not { } modelId) return null;
        var (name, digest) = (metric.Text("dataset_name"), metric.Text("dataset_digest"));
        Rules.RequireLength(name ?? "", metric.PathOf("dataset_name"), Limits.DatasetName);
        Rules.RequireLength(digest ?? "", metric.PathOf("dataset_digest"), Limits.DatasetDigest);
        return new ModelPoint(
            modelId, metric.ToMetricPoint(), string.IsNullOrEmpty(name) ? null : name, string.IsNullOrEmpty(digest) ? null : digest);
    }

    /// <summary>The id of a logged model.</summary>
    public static string RequiredModelId(this Arguments arguments)
    {
        var id = arguments.RequiredText("model_id");
        NameRules.Require(id, arguments.PathOf("model_id"));
        return id;
    }

    private static NamedValue ToPair(Arguments arguments, string? keyInWords, int maxLength)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        NameRules.Require(key, arguments.PathOf("key"), keyInWords);
        return new NamedValue(key, Limits.Truncate(value, maxLength));
    }
}
