using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A number that only grows: the last one that was given out. The update that counts also creates the item. It is one item and no sharded
/// counter, because each caller needs its own number and not a sum.
/// </summary>
[DynamoTable("tracking")]
[PartitionKey("COUNTER#{Name}"), SortKey("META")]
internal sealed partial class CounterItem
{
    /// <summary>The counter of experiment ids.</summary>
    public const string Experiments = "experiments";

    public required string Name { get; init; }

    public long Last { get; init; }
}
