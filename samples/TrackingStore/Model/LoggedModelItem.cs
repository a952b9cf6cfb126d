using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A logged model: a model that a run made, registered or not. Its tags, parameters and metrics are items in the same partition. The index
/// lists the models of an experiment.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("LOGGEDMODEL#{ModelId}"), SortKey("META")]
[GlobalIndex("byExperiment", "EXPMODELS#{ExperimentId}", "{Recency}#{ModelId}"), WriteSharded(4, Index = "byExperiment")]
[Workload(Index = "byExperiment", PeakWritesPerSecond = 1_000, PeakReadsPerSecond = 10_000, ItemBytes = 500, HottestShare = 1)]
internal sealed partial class LoggedModelItem : ILoggedModelData
{
    public required string ModelId { get; init; }
    public required string ExperimentId { get; init; }
    public required string Name { get; init; }
    public required LifecycleStage Lifecycle { get; init; }
    public required LoggedModelStatus Status { get; init; }

    /// <summary>What kind of model it is, in the client's words; null if it says nothing.</summary>
    public string? ModelType { get; init; }

    /// <summary>The run that made it; null if none is known.</summary>
    public string? SourceRunId { get; init; }

    /// <summary>
    /// Whether a clean-up deleted it, to remove it with its experiment; null if not. Unlike one that a user deleted, it comes back with the
    /// experiment.
    /// </summary>
    public bool? IsTaken { get; init; }

    public required string ArtifactUri { get; init; }

    /// <summary>When it was created, in milliseconds since 1970.</summary>
    [DynamoAttribute("createdMs")]
    public required long CreationTime { get; init; }

    /// <summary>When it was created, finalized or deleted, in milliseconds since 1970.</summary>
    [DynamoAttribute("updatedMs")]
    public required long LastUpdateTime { get; init; }

    /// <summary>The time of creation turned around, as for runs: ascending, it gives the newest model first.</summary>
    public required long Recency { get; init; }

    /// <summary>How long its texts are together, in characters.</summary>
    public int Weight => Name.Length + ArtifactUri.Length + (ModelType?.Length ?? 0) + (SourceRunId?.Length ?? 0);
}
