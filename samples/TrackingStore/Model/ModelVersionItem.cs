using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A version of a registered model. The index lists the versions that came from a run.</summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("VERSION#{Version}")]
[GlobalIndex("versionsOfRun", "VERSIONS#{RunId}", "{ModelId}#{Version}")]
internal sealed partial class ModelVersionItem : IModelData
{
    public required string ModelId { get; init; }
    public required long Version { get; init; }

    /// <summary>Where the model was registered from, as the client said.</summary>
    public required string Source { get; init; }

    /// <summary>Where its files are: the source, or what the source stands for.</summary>
    public required string StorageLocation { get; init; }

    /// <summary>
    /// Whether the files were this server's own when it was registered, so that its creator had to be allowed to read them; null if not.
    /// A server may get other artifacts later.
    /// </summary>
    public bool? AreFilesChecked { get; init; }

    /// <summary>The run that made it; null if none is known.</summary>
    public string? RunId { get; init; }

    public required string RunLink { get; init; }
    public required string Description { get; init; }
    public required ModelStage Stage { get; init; }

    /// <summary>The id of the logged model that it was registered from; null if none is known.</summary>
    public string? LoggedModelId { get; init; }

    [CreatedAt]
    public DateTimeOffset CreationTime { get; init; }

    /// <summary>When it was created, described or moved to another stage.</summary>
    [UpdatedAt]
    public DateTimeOffset LastUpdateTime { get; init; }

    /// <summary>How long its texts are together, in characters.</summary>
    public int Weight => Source.Length + StorageLocation.Length + RunLink.Length + Description.Length;
}
