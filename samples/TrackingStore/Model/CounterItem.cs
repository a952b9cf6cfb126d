using DynamoToolkit;

namespace TrackingStore.Model;

/// <summary>
/// A number that only grows: the last one that was given out. The update that counts also makes the item, so that its partition key is the
/// member itself: of the members of a template, an update would write none.
/// </summary>
[DynamoTable("tracking")]
[SortKey("META")]
internal sealed partial class CounterItem
{
    /// <summary>The counter of experiment ids.</summary>
    public const string Experiments = "COUNTER#experiments";

    [PartitionKey, DynamoAttribute("pk")]
    public required string Name { get; init; }

    public long Last { get; init; }
}
