using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>A piece of a data set's schema or profile without its text, for whoever only asks what there is.</summary>
[DynamoTable("tracking"), ViewOf(typeof(DatasetTextItem))]
[PartitionKey("RUN#{RunId}"), SortKey("TEXT#{TextId}#{Member}#{Part}")]
internal sealed partial class DatasetTextStub
{
    public required string RunId { get; init; }
    public required string TextId { get; init; }
    public required string Member { get; init; }
    public required int Part { get; init; }
}
