using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A run. What is logged to it are items of their own in the run's partition, so that logging writes neither this item nor the index: a
/// busy experiment costs its index partition a write when a run begins, ends or is renamed, deleted or restored, and no other.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("META")]
[GlobalIndex("byExperiment", "EXP#{ExperimentId}", "{Recency}#{RunId}")]
internal sealed partial class RunItem
{
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

    /// <summary>
    /// The start time turned around: ascending, it gives the newest run first and runs of one moment by id, which is MLflow's order.
    /// </summary>
    public required long Recency { get; init; }

    /// <summary>The recency of a start time.</summary>
    public static long RecencyOf(long startTime) => ~startTime;
}
