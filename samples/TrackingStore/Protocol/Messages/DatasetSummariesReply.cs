namespace TrackingStore.Protocol.Messages;

/// <summary>The data sets of some experiments.</summary>
internal sealed record DatasetSummariesReply(IReadOnlyList<DatasetSummary>? DatasetSummaries);
