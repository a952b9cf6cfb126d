using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A tag of a version of a registered model.</summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("VERSIONTAG#{Version}#{Name}")]
internal sealed partial class ModelVersionTagItem : IModelData
{
    public required string ModelId { get; init; }
    public required long Version { get; init; }

    [DynamoAttribute("key")]
    public required string Name { get; init; }

    public required string Value { get; init; }
}
