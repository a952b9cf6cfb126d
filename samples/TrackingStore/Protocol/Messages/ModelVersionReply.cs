namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one version of a registered model.</summary>
internal sealed record ModelVersionReply(ModelVersionInfo ModelVersion);
