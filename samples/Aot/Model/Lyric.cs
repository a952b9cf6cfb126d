using DynamoToolkit;

namespace AotShop.Model;

/// <summary>The words of a song, which a worker indexes.</summary>
[DynamoTable("lyrics"), PartitionKey("LYRIC#{Id}"), SortKey("LYRIC")]
public sealed partial record Lyric(string Id)
{
    [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
    public required string Words { get; init; }
}
