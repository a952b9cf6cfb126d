namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A document whose concurrency token, a number, is in the key of an index.</summary>
[DynamoTable("deeds"), PartitionKey("COUNTED#{Id}"), SortKey("DEED"), GlobalIndex("byState", "COUNTED", "STATE#{State}")]
public sealed partial class CountedDeed
{
    public required string Id { get; init; }

    public int Pages { get; set; }

    [ConcurrencyToken]
    public int? State { get; private set; }
}
