namespace DynamoToolkit.Benchmarks.Search;

/// <summary>A name in the trigram index.</summary>
[DynamoTable("indexed")]
[PartitionKey("NAME#{Id}"), SortKey("META")]
public sealed partial record IndexedName
{
    public required string Id { get; init; }

    [TrigramIndexed]
    public required string Name { get; init; }

    /// <summary>The rest of an item of half a kilobyte.</summary>
    public string About { get; init; } = Filler.Text;
}
