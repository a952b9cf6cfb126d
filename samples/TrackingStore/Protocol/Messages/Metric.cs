namespace TrackingStore.Protocol.Messages;

/// <summary>
/// One point of a metric. The run is there only in the bulk forms of the history and in logged models; data set and model only in these.
/// </summary>
internal sealed record Metric(string Key, double Value, long Timestamp, long Step)
{
    public string? DatasetName { get; init; }
    public string? DatasetDigest { get; init; }
    public string? ModelId { get; init; }
    public string? RunId { get; init; }
}
