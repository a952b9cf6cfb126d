using TrackingStore.History;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Points of metrics as messages.</summary>
internal static class MetricMessages
{
    /// <summary>The latest point of a metric, or one of the history of a single run.</summary>
    public static Metric ToMessage(this MetricPoint point) => new(point.Name, point.Value, point.Timestamp, point.Step);

    /// <summary>A point of the history of a single run.</summary>
    public static Metric ToMessage(this HistoryPoint point, string name) => new(name, point.Value, point.Timestamp, point.Step);

    /// <summary>A point of the history of several runs.</summary>
    public static Metric ToMessage(this HistoryPoint point, string name, string runId) => point.ToMessage(name) with { RunId = runId };
}
