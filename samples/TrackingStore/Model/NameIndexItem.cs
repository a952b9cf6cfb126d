using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// Says that all names are in their indexes. A new table has it from the beginning, a table from before the indexes when they have been
/// filled. Without it, searches read the lists of experiments and runs.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("INDEX#{Name}"), SortKey("META")]
internal sealed partial class NameIndexItem
{
    /// <summary>The indexes of names.</summary>
    public const string Names = "names";

    public required string Name { get; init; }

    [CreatedAt]
    public DateTimeOffset CompletedAt { get; init; }
}
