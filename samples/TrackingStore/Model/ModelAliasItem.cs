using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// An alias of a registered model. One item is one alias, so that it names one version. An alias whose version is gone counts as absent.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("MODEL#{ModelId}"), SortKey("ALIAS#{Alias}")]
internal sealed partial class ModelAliasItem : IModelData
{
    public required string ModelId { get; init; }
    public required string Alias { get; init; }
    public required long Version { get; init; }
}
