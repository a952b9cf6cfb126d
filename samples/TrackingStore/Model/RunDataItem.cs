namespace TrackingStore.Model;

/// <summary>
/// Anything that was logged to a run: a tag, a parameter, a latest metric, a data set or a model. The member that is there shows which one
/// it is.
/// </summary>
internal sealed class RunDataItem
{
    public required string RunId { get; init; }
    public string? Name { get; init; }
    public string? Tag { get; init; }
    public string? Param { get; init; }
    public string? Rank { get; init; }
    public string? Dataset { get; init; }
    public string? Digest { get; init; }
    public string? SourceType { get; init; }
    public string? Source { get; init; }
    public string? Schema { get; set; }
    public string? Profile { get; set; }
    public string? TextId { get; init; }
    public Dictionary<string, string>? Tags { get; init; }
    public string? InputModel { get; init; }
    public string? OutputModel { get; init; }
    public long? Step { get; init; }
}
