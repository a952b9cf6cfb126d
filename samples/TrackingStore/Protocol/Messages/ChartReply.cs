namespace TrackingStore.Protocol.Messages;

/// <summary>
/// A metric's history as a chart shows it, by columns: the greatest step and the last time of each bucket, and its last, smallest and
/// greatest value.
/// </summary>
internal sealed record ChartReply(
    IReadOnlyList<long> Steps,
    IReadOnlyList<long> Timestamps,
    IReadOnlyList<double> Last,
    IReadOnlyList<double> Min,
    IReadOnlyList<double> Max,
    bool IsExact);
