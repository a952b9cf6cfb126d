namespace TrackingStore.Protocol.Messages;

/// <summary>A page of experiments.</summary>
internal sealed record ExperimentsReply(IReadOnlyList<Experiment>? Experiments, string? NextPageToken);
