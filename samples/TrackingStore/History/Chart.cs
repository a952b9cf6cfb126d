namespace TrackingStore.History;

/// <summary>What a chart shows of a history.</summary>
/// <param name="Buckets">Summaries of its points, in the order of the axis.</param>
/// <param name="IsExact">Whether each of them is a single point.</param>
internal sealed record Chart(IReadOnlyList<Bucket> Buckets, bool IsExact);
