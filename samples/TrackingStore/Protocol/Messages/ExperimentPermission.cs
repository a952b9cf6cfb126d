namespace TrackingStore.Protocol.Messages;

/// <summary>A user's permission for an experiment.</summary>
internal sealed record ExperimentPermission(string ExperimentId, long UserId, string Permission);
