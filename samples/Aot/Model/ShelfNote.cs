using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A note on a shelf.</summary>
[DynamoTable("shelves"), PartitionKey("SHELF#{Id}"), SortKey("NOTE#{Name}")]
public sealed partial class ShelfNote
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }
}
