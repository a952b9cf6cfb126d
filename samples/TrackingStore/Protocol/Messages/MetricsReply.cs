namespace TrackingStore.Protocol.Messages;

/// <summary>A page of a metric's history.</summary>
internal sealed record MetricsReply(IReadOnlyList<Metric>? Metrics, string? NextPageToken);
