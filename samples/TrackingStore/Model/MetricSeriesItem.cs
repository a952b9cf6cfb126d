using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A piece of a metric's history: on level 0 its points from a place to the next item's, on the levels above summaries of the level below.
/// The items of a level follow each other without gaps, from the first place to an item without an end.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("RUN#{RunId}"), SortKey("SERIES#{Name}#{Level}#{From}")]
internal sealed partial class MetricSeriesItem
{
    public required string RunId { get; init; }
    public required string Name { get; init; }
    public required byte Level { get; init; }

    /// <summary>The place where it begins, as a text that sorts.</summary>
    public required string From { get; init; }

    /// <summary>The place where the next one begins; null for the last one.</summary>
    public string? To { get; init; }

    /// <summary>How often it was written. A write that has not seen the last one fails.</summary>
    public required long Version { get; init; }

    public required byte[] Data { get; init; }
}
