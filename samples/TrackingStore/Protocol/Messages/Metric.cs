namespace TrackingStore.Protocol.Messages;

/// <summary>One point of a metric; the run is there only in the bulk forms of the history.</summary>
internal sealed record Metric(string Key, double Value, long Timestamp, long Step)
{
    public string? RunId { get; init; }
}
