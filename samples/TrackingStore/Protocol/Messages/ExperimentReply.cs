namespace TrackingStore.Protocol.Messages;

/// <summary>The reply with one experiment.</summary>
internal sealed record ExperimentReply(Experiment Experiment);
