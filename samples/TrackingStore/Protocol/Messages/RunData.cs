namespace TrackingStore.Protocol.Messages;

/// <summary>What was logged to a run: the latest point of each metric, parameters and tags.</summary>
internal sealed record RunData
{
    public IReadOnlyList<Metric>? Metrics { get; init; }
    public IReadOnlyList<KeyValue>? Params { get; init; }
    public IReadOnlyList<KeyValue>? Tags { get; init; }
}
