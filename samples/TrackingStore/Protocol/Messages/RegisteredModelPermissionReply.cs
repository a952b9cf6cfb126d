namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with a permission for a model.</summary>
internal sealed record RegisteredModelPermissionReply(RegisteredModelPermission RegisteredModelPermission);
