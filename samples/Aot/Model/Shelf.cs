using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A shelf whose visitors are counted, with copies of its notes.</summary>
[DynamoTable("shelves"), PartitionKey("SHELF#{Id}"), SortKey("META")]
public sealed partial class Shelf
{
    public required string Id { get; init; }

    [ShardedCounter(4)]
    public int Visitors { get; set; }

    [Materialize(typeof(ShelfNote), nameof(ShelfNote.Name), nameof(ShelfNote.Text))]
    public Dictionary<string, string>? Notes { get; set; }

    [MaterializedCount(typeof(ShelfNote))]
    public int? NoteCount { get; set; }
}
