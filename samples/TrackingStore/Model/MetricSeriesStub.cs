using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A piece of a metric's history without its content, for whoever only asks what there is.</summary>
[DynamoTable("tracking"), ViewOf(typeof(MetricSeriesItem))]
[PartitionKey("RUN#{RunId}"), SortKey("SERIES#{Name}#{Level}#{From}")]
internal sealed partial class MetricSeriesStub
{
    public required string RunId { get; init; }
    public required string Name { get; init; }
    public required byte Level { get; init; }
    public required string From { get; init; }
}
