namespace TrackingStore.Protocol.Messages;

/// <summary>What was logged to a model.</summary>
internal sealed record LoggedModelData(IReadOnlyList<KeyValue>? Params, IReadOnlyList<Metric>? Metrics);
