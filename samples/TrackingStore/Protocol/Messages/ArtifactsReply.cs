namespace TrackingStore.Protocol.Messages;

/// <summary>The files of one artifact folder; the root is there only in a run's listing.</summary>
internal sealed record ArtifactsReply(string? RootUri, IReadOnlyList<ArtifactFile>? Files);
