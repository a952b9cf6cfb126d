using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A shelf whose visitors are counted.</summary>
[DynamoTable("shelves"), PartitionKey("SHELF#{Id}"), SortKey("META")]
public sealed partial class Shelf
{
    public required string Id { get; init; }

    [ShardedCounter(4)]
    public int Visitors { get; set; }
}
