using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// An experiment. The index lists all of them: it is written when an experiment is created, renamed, deleted or restored, and never by a
/// run, so its one partition stays cool.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("EXP#{ExperimentId}"), SortKey("META")]
[GlobalIndex("experiments", "EXPERIMENTS", "{ExperimentId}")]
internal sealed partial class ExperimentItem
{
    public required string ExperimentId { get; init; }
    public required string Name { get; set; }
    public required string ArtifactLocation { get; init; }
    public required LifecycleStage Lifecycle { get; set; }
    public required long CreationTime { get; init; }
    public required long LastUpdateTime { get; set; }
}
