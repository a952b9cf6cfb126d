namespace TrackingStore.Protocol.Messages;

/// <summary>A logged model's attributes and tags.</summary>
internal sealed record LoggedModelInfo
{
    public required string ModelId { get; init; }
    public required string ExperimentId { get; init; }
    public required string Name { get; init; }
    public required long CreationTimestampMs { get; init; }
    public required long LastUpdatedTimestampMs { get; init; }
    public required string ArtifactUri { get; init; }
    public required string Status { get; init; }
    public string? ModelType { get; init; }
    public string? SourceRunId { get; init; }
    public IReadOnlyList<KeyValue>? Tags { get; init; }
}
