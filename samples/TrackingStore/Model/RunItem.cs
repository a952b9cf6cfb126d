using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A run. What is logged to it are items of their own in the run's partition, so that logging writes neither this item nor the index: the
/// index takes a write when a run begins, ends or is renamed, deleted or restored, and no other. Most users have all runs of a team in one
/// experiment, so its key is spread over four.
/// </summary>
[DynamoTable("tracking"), Retention(DeletedRuns, Days = 30, OnDemand = true)]
[PartitionKey("RUN#{RunId}"), SortKey("META")]
[GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{Recency}#{RunId}"), WriteSharded(4, Index = "byExperiment")]
[Workload(Index = "byExperiment", PeakWritesPerSecond = 2_000, PeakReadsPerSecond = 10_000, ItemBytes = 700, HottestShare = 1)]
internal sealed partial class RunItem
{
    /// <summary>The name of the retention.</summary>
    public const string DeletedRuns = "deleted-runs";

    public required string RunId { get; init; }
    public required string ExperimentId { get; init; }
    public required string Name { get; set; }
    public required string UserId { get; init; }
    public required RunStatus Status { get; set; }
    public required LifecycleStage Lifecycle { get; set; }
    public required long StartTime { get; init; }
    public long? EndTime { get; set; }
    public long? DeletedTime { get; set; }
    public required string ArtifactUri { get; init; }

    /// <summary>When a deleted run disappears for good; null for an active one, and where deleted ones are kept.</summary>
    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// What was logged to the run (<see cref="RunSummary"/>), so that a search reads no more than the list of runs; null if it is not known
    /// here. Whoever reads the table's stream writes it.
    /// </summary>
    public byte[]? Summary { get; set; }

    /// <summary>How often the summary was written. A writer that has read an older one fails.</summary>
    public long? SummaryVersion { get; set; }

    /// <summary>
    /// The start time turned around: ascending, it gives the newest run first and runs of one moment by id, which is MLflow's order.
    /// </summary>
    public required long Recency { get; init; }

    /// <summary>The recency of a start time.</summary>
    public static long RecencyOf(long startTime) => ~startTime;
}
