using TrackingStore.Protocol;
using TrackingStore.Protocol.Messages;

namespace TrackingStore.Endpoints;

/// <summary>Reads metrics, parameters and tags from requests, checked and cut to MLflow's limits.</summary>
internal static class LoggedValues
{
    /// <summary>A tag of a run.</summary>
    public static NamedValue Tag(Arguments arguments) => Pair(arguments, Limits.RunTagValue);

    /// <summary>A parameter of a run.</summary>
    public static NamedValue Param(Arguments arguments) => Pair(arguments, Limits.ParamValue);

    /// <summary>A point of a metric.</summary>
    public static Metric Metric(Arguments arguments)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.RequiredDouble("value");
        var timestamp = arguments.RequiredInt64("timestamp");
        var step = arguments.Int64("step") ?? 0;
        Names.Require(key, arguments.PathOf("key"));
        if (timestamp < 0) throw arguments.InvalidValue("timestamp", ". Timestamp must be a nonnegative long (64-bit integer)");
        return new Metric(key, value, timestamp, step);
    }

    private static NamedValue Pair(Arguments arguments, int longest)
    {
        var key = arguments.RequiredText("key");
        var value = arguments.Text("value") ?? "";
        Names.Require(key, arguments.PathOf("key"));
        return new NamedValue(key, Limits.Truncate(value, longest));
    }
}
