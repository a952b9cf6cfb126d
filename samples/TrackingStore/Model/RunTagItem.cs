using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A tag of a run.</summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("DATA#TAG#{Name}")]
internal sealed partial class RunTagItem : IRunData
{
    public required string RunId { get; init; }
    public required string Name { get; init; }

    [DynamoAttribute("tag")]
    public required string Value { get; init; }

    public RunDataItem ToData() => new() { RunId = RunId, Name = Name, Tag = Value };
}
