namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A document whose concurrency token, a text, is in the key of an index.</summary>
[DynamoTable("deeds"), PartitionKey("DEED#{Id}"), SortKey("DEED"), GlobalIndex("byState", "DEEDS", "STATE#{State}")]
public sealed partial class Deed
{
    public required string Id { get; init; }

    public int Pages { get; set; }

    [ConcurrencyToken]
    public string? State { get; private set; }
}
