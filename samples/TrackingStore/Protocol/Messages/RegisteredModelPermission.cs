namespace TrackingStore.Protocol.Messages;

/// <summary>A user's permission for a model.</summary>
internal sealed record RegisteredModelPermission(string Name, long UserId, string Permission);
