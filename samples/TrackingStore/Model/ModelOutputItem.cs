using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A logged model that a run made.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#MODELOUT#{ModelId}")]
internal sealed partial class ModelOutputItem : IRunData
{
    public required string RunId { get; init; }

    [DynamoAttribute("outputModel")]
    public required string ModelId { get; init; }

    public required long Step { get; init; }

    public RunDataItem ToData() => new() { RunId = RunId, OutputModel = ModelId, Step = Step };
}
