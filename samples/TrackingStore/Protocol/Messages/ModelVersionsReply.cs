namespace TrackingStore.Protocol.Messages;

/// <summary>A page of versions of registered models.</summary>
internal sealed record ModelVersionsReply(IReadOnlyList<ModelVersionInfo>? ModelVersions, string? NextPageToken);
