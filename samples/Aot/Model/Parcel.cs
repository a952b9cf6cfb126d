using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A parcel of a busy depot. Its number decides on its shard; it is moving from two shards to four.</summary>
[DynamoTable("parcels"), PartitionKey("DEPOT#{Depot}"), SortKey("PARCEL#{Number}"), WriteSharded(4, By = nameof(Number), Also = 2)]
[GlobalIndex("byState", "STATE#{State}", "{Number}"), WriteSharded(4, Index = "byState")]
public sealed partial class Parcel
{
    public required string Depot { get; init; }

    public required int Number { get; init; }

    public required string State { get; set; }
}
