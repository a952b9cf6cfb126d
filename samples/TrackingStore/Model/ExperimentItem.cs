using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// An experiment. Its name is reserved while the item exists, also if the experiment is deleted. The index lists all experiments. It takes
/// few writes: one when an experiment is created, renamed, deleted or restored, and none for a run. But each list that a user opens reads
/// it, so its one key is spread over four.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("EXP#{ExperimentId}"), SortKey("META")]
[GlobalIndex("experiments", "EXPERIMENTS", "{CreationTime}"), WriteSharded(Shards, Index = "experiments")]
[Workload(Index = "experiments", PeakWritesPerSecond = 200, PeakReadsPerSecond = 10_000, ItemBytes = 500)]
internal sealed partial record ExperimentItem
{
    /// <summary>The shards of the index.</summary>
    public const int Shards = 4;

    public required string ExperimentId { get; init; }

    [Unique, TrigramIndexed]
    public required string Name { get; init; }

    public required string ArtifactLocation { get; init; }
    public required LifecycleStage Lifecycle { get; init; }

    [CreatedAt]
    public DateTimeOffset CreationTime { get; init; }

    /// <summary>When it was created, renamed, deleted or restored. Tags are items of their own.</summary>
    [UpdatedAt]
    public DateTimeOffset LastUpdateTime { get; init; }

    /// <summary>Lets a renaming notice that the experiment was deleted meanwhile.</summary>
    [ConcurrencyToken]
    public string? Revision { get; init; }
}
