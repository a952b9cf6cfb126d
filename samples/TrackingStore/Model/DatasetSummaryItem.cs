using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A data set that runs of an experiment read, kept once for each context however many runs there are.</summary>
[DynamoTable("tracking")]
[PartitionKey("EXP#{ExperimentId}"), SortKey("DATASET#{SummaryId}")]
internal sealed partial class DatasetSummaryItem
{
    public required string ExperimentId { get; init; }

    /// <summary>A digest of name, digest and context.</summary>
    public required string SummaryId { get; init; }

    public required string DatasetName { get; init; }
    public required string Digest { get; init; }
    public string? Context { get; init; }
}
