using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A registered model. Its partition has all of it, and the key is an id, so that a renamed model keeps its versions, tags, aliases and
/// permissions where they are. The index lists all models.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("META")]
[GlobalIndex("models", "MODELS", "{CreationTime}"), WriteSharded(4, Index = "models")]
[Workload(Index = "models", PeakWritesPerSecond = 200, PeakReadsPerSecond = 10_000, ItemBytes = 500)]
internal sealed partial record RegisteredModelItem : IModelData
{
    public required string ModelId { get; init; }

    [Unique, TrigramIndexed]
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The last number that was given to a version, also if that version was deleted.</summary>
    public long LastVersion { get; init; }

    /// <summary>How often versions were moved to another stage. Two moves at once must know of each other.</summary>
    public long StageMoves { get; init; }

    [CreatedAt]
    public DateTimeOffset CreationTime { get; init; }

    /// <summary>When it was created, renamed or described, or got, lost or moved a version. Tags and aliases do not count.</summary>
    [UpdatedAt]
    public DateTimeOffset LastUpdateTime { get; init; }

    /// <summary>When it got its name; null if it has the first one. Its versions changed then, too.</summary>
    public DateTimeOffset? RenameTime { get; init; }

    /// <summary>Lets a renaming notice that something else has changed meanwhile.</summary>
    [ConcurrencyToken]
    public string? Revision { get; init; }
}
