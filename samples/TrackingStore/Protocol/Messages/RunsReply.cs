namespace TrackingStore.Protocol.Messages;

/// <summary>A page of runs.</summary>
internal sealed record RunsReply(IReadOnlyList<Run>? Runs, string? NextPageToken);
