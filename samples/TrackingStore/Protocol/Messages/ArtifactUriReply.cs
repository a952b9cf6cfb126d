namespace TrackingStore.Protocol.Messages;

/// <summary>Where the files of a version of a registered model are.</summary>
internal sealed record ArtifactUriReply(string ArtifactUri);
