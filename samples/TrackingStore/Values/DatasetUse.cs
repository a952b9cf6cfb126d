namespace TrackingStore.Values;

/// <summary>A data set that a run read, with the tags of this reading.</summary>
internal sealed record DatasetUse
{
    /// <summary>The tag that says what the data set was read for.</summary>
    public const string ContextTag = "mlflow.data.context";

    public required string Name { get; init; }
    public required string Digest { get; init; }
    public required string SourceType { get; init; }
    public required string Source { get; init; }
    public string? Schema { get; init; }
    public string? Profile { get; init; }
    public required IReadOnlyList<NamedValue> Tags { get; init; }
}
