using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A tag of a registered model.</summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("TAG#{Name}")]
internal sealed partial class ModelTagItem : IModelData
{
    public required string ModelId { get; init; }

    [DynamoAttribute("key")]
    public required string Name { get; init; }

    public required string Value { get; init; }
}
