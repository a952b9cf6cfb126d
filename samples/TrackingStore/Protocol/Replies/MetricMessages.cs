using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Points of metrics as messages.</summary>
internal static class MetricMessages
{
    /// <summary>The latest point of a metric, or one of the history of a single run.</summary>
    public static Metric ToMessage(this MetricPoint point) => new(point.Name, point.Value, point.Timestamp, point.Step);

    /// <summary>A point of the history of a single run.</summary>
    public static Metric ToMessage(this MetricPointItem item) => item.ToPoint().ToMessage();

    /// <summary>A point of the history of several runs.</summary>
    public static Metric ToMessageWithRun(this MetricPointItem item) => item.ToMessage() with { RunId = item.RunId };
}
