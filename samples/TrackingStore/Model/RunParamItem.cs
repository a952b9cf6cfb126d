using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A parameter of a run. It is put only where it is absent or has the same value.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#PARAM#{Name}")]
internal sealed partial class RunParamItem : IRunData
{
    public required string RunId { get; init; }
    public required string Name { get; init; }

    [DynamoAttribute("param")]
    public required string Value { get; init; }

    public RunDataItem ToData() => new() { RunId = RunId, Name = Name, Param = Value };
}
