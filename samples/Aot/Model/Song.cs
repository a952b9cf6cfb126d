using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A song, which is found by any part of its title.</summary>
[DynamoTable("songs"), PartitionKey("SONG#{Id}"), SortKey("SONG")]
public sealed partial record Song(string Id)
{
    public string Genre { get; init; } = "";

    [TrigramIndexed(Scope = [nameof(Genre)])]
    public required string Title { get; init; }
}
