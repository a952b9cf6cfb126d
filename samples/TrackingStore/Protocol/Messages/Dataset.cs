namespace TrackingStore.Protocol.Messages;

/// <summary>A data set.</summary>
internal sealed record Dataset
{
    public required string Name { get; init; }
    public required string Digest { get; init; }
    public required string SourceType { get; init; }
    public required string Source { get; init; }
    public string? Schema { get; init; }
    public string? Profile { get; init; }
}
