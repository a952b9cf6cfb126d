namespace TrackingStore.Protocol.Messages;

/// <summary>Several charts: for each run, each metric.</summary>
internal sealed record ChartsReply(IReadOnlyList<ChartReply> Charts);
