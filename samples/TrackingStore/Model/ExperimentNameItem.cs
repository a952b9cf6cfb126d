using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>Holds a name for one experiment, deleted or not: whoever puts this item first has the name.</summary>
[DynamoTable("tracking")]
[PartitionKey("EXPNAME#{Name}"), SortKey("META")]
internal sealed partial class ExperimentNameItem
{
    public required string Name { get; init; }
    public required string ExperimentId { get; init; }
}
