using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A pack without its points, for whoever only asks what there is.</summary>
[DynamoTable("tracking"), ViewOf(typeof(MetricPackItem))]
[PartitionKey("RUN#{RunId}"), SortKey("PACK#{PackId}")]
internal sealed partial class MetricPackStub
{
    public required string RunId { get; init; }
    public required string PackId { get; init; }
}
