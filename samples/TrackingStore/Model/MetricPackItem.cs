using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// The points of one request. Its id depends on the points alone, so a repeated request writes it again and changes nothing. It is deleted
/// when its points are in the series of their metrics.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("PACK#{PackId}")]
internal sealed partial class MetricPackItem
{
    public required string RunId { get; init; }
    public required string PackId { get; init; }
    public required byte[] Data { get; init; }
}
