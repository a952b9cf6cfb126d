namespace TrackingStore.Protocol.Messages;

/// <summary>A version of a registered model.</summary>
internal sealed record ModelVersionInfo
{
    public required string Name { get; init; }
    public required string Version { get; init; }
    public required long CreationTimestamp { get; init; }
    public required long LastUpdatedTimestamp { get; init; }
    public required string CurrentStage { get; init; }
    public required string Description { get; init; }
    public required string Source { get; init; }
    public required string RunId { get; init; }
    public required string Status { get; init; }
    public IReadOnlyList<KeyValue>? Tags { get; init; }
    public required string RunLink { get; init; }
    public IReadOnlyList<string>? Aliases { get; init; }
    public string? ModelId { get; init; }
}
