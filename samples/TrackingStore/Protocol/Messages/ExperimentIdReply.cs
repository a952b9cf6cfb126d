namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with a new experiment's id.</summary>
internal sealed record ExperimentIdReply(string ExperimentId);
