namespace TrackingStore.Protocol.Messages;

/// <summary>
/// A metric's history as a chart shows it, by columns: the greatest step and the last time of each bucket, and its last, smallest and
/// greatest value. Where a reply has several charts, each names its run and its metric.
/// </summary>
internal sealed record ChartReply(
    string? RunId,
    string? MetricKey,
    IReadOnlyList<long> Steps,
    IReadOnlyList<long> Timestamps,
    IReadOnlyList<double> Last,
    IReadOnlyList<double> Min,
    IReadOnlyList<double> Max,
    bool IsExact);
