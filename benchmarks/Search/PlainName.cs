namespace DynamoToolkit.Benchmarks.Search;

/// <summary>A name that only a scan can find.</summary>
[DynamoTable("plain")]
[PartitionKey("NAME#{Id}"), SortKey("META")]
public sealed partial record PlainName
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The rest of an item of half a kilobyte.</summary>
    public string About { get; init; } = Filler.Text;
}
