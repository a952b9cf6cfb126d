using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A data set that a run read. The first call that names it decides what is kept.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#DATASET#{DatasetId}")]
internal sealed partial class DatasetInputItem : IRunData
{
    public required string RunId { get; init; }

    /// <summary>A digest of name and digest: both may be longer than a key.</summary>
    public required string DatasetId { get; init; }

    [DynamoAttribute("dataset")]
    public required string DatasetName { get; init; }

    public required string Digest { get; init; }
    public required string SourceType { get; init; }
    public required string Source { get; init; }
    public string? Schema { get; set; }
    public string? Profile { get; set; }

    /// <summary>Names the pieces of schema and profile where they are too long for this item: <see cref="DatasetTextItem"/>.</summary>
    public string? TextId { get; set; }

    public Dictionary<string, string> Tags { get; init; } = [];

    public RunDataItem ToData() => new()
    {
        RunId = RunId,
        Dataset = DatasetName,
        Digest = Digest,
        SourceType = SourceType,
        Source = Source,
        Schema = Schema,
        Profile = Profile,
        TextId = TextId,
        Tags = Tags,
    };
}
