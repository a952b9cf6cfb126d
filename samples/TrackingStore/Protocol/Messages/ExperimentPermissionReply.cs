namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with a permission for an experiment.</summary>
internal sealed record ExperimentPermissionReply(ExperimentPermission ExperimentPermission);
