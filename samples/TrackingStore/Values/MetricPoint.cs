namespace TrackingStore.Values;

/// <summary>One point of a metric. The timestamp is in milliseconds since 1970.</summary>
internal sealed record MetricPoint(string Name, double Value, long Timestamp, long Step);
