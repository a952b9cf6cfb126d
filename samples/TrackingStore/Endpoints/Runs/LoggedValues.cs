using TrackingStore.Protocol.Requests;
using TrackingStore.Values;

namespace TrackingStore.Endpoints.Runs;

/// <summary>Metrics, parameters, tags and models in requests, checked and cut to MLflow's limits.</summary>
internal static class LoggedValues
{
    /// <summary>A tag of a run, from its fields.</summary>
    public static NamedValue ToRunTag(this Arguments arguments) => ToPair(arguments, Limits.RunTagValue);

    /// <summary>A parameter of a run, from its fields.</summary>
    public static NamedValue ToParam(this Arguments arguments) => ToPair(arguments, Limits.ParamValue);

    /// <summary>A point of a metric, from its fields.</summary>
    public static MetricPoint ToMetricPoint(this Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.RequiredDouble("value");
        var timestamp = arguments.RequiredInt64("timestamp");
        var step = arguments.Int64("step") ?? 0;
        NameRules.RequireMetric(key, arguments.PathOf("key"));
        if (timestamp < 0) throw arguments.InvalidValue("timestamp", ". Timestamp must be a nonnegative long (64-bit integer)");
        return new MetricPoint(key, value, timestamp, step);
    }

    /// <summary>The id of a logged model.</summary>
    public static string RequiredModelId(this Arguments arguments)
    {
        var id = arguments.RequiredText("model_id");
        NameRules.Require(id, arguments.PathOf("model_id"));
        return id;
    }

    private static NamedValue ToPair(Arguments arguments, int maxLength)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        NameRules.Require(key, arguments.PathOf("key"));
        return new NamedValue(key, Limits.Truncate(value, maxLength));
    }
}
