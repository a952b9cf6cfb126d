using DynamoToolkit;
using TrackingStore.Values;

namespace TrackingStore.Model;

/// <summary>
/// A point of a metric's history, as servers wrote it before there were packs. It is still read, and moved into the metric's series.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("HIST#{Name}#{Timestamp}#{Step}#{Value}")]
internal sealed partial class MetricPointItem
{
    public required string RunId { get; init; }
    public required string Name { get; init; }
    public required long Timestamp { get; init; }
    public required long Step { get; init; }

    /// <summary>The value as a <see cref="SortableDouble"/>, because DynamoDB's numbers have no NaN and no infinities.</summary>
    public required string Value { get; init; }

    /// <summary>The point.</summary>
    public MetricPoint ToPoint() => new(Name, SortableDouble.Decode(Value), Timestamp, Step);
}
