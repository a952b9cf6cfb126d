namespace TrackingStore.Protocol.Messages;

/// <summary>A data set as the runs of an experiment used it.</summary>
internal sealed record DatasetSummary(string ExperimentId, string Name, string Digest, string? Context);
