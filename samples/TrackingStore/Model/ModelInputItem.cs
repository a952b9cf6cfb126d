using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A logged model that a run read.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#MODELIN#{ModelId}")]
internal sealed partial class ModelInputItem : IRunData
{
    public required string RunId { get; init; }

    [DynamoAttribute("inputModel")]
    public required string ModelId { get; init; }

    public RunDataItem ToData() => new() { RunId = RunId, InputModel = ModelId };
}
