namespace TrackingStore.Protocol.Messages;

/// <summary>A registered model.</summary>
internal sealed record RegisteredModelInfo
{
    public required string Name { get; init; }
    public required long CreationTimestamp { get; init; }
    public required long LastUpdatedTimestamp { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<ModelVersionInfo>? LatestVersions { get; init; }
    public IReadOnlyList<KeyValue>? Tags { get; init; }
    public IReadOnlyList<ModelAlias>? Aliases { get; init; }
}
