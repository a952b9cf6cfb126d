using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// Says that a deleted run expires, and what is to be removed with it. DynamoDB deletes the run's own item, and this one stays until all
/// that was logged to the run is gone, too.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("REMOVAL")]
[GlobalIndex("removals", "REMOVALS", "{DueAt}"), WriteSharded(4, Index = "removals")]
[Workload(Index = "removals", PeakWritesPerSecond = 2_000, PeakReadsPerSecond = 1_000, ItemBytes = 500)]
internal sealed partial class RunRemovalItem
{
    public required string RunId { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required string ArtifactUri { get; init; }
}
