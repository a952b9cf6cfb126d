using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A tag of an experiment.</summary>
[DynamoTable("tracking")]
[PartitionKey("EXP#{ExperimentId}"), SortKey("TAG#{Name}")]
internal sealed partial class ExperimentTagItem
{
    public required string ExperimentId { get; init; }

    [DynamoAttribute("key")]
    public required string Name { get; init; }

    public required string Value { get; init; }
}
