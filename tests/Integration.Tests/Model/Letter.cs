namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A letter; shares an index with the parcels of its owner.</summary>
[DynamoTable("post")]
[PartitionKey("LETTER#{Id}")]
[GlobalIndex("byOwner", "OWNER#{Owner}", "{Arrival}")]
public sealed partial record Letter
{
    public required int Id { get; init; }

    public required string Owner { get; init; }

    public long Arrival { get; init; }

    public string Text { get; init; } = "";
}
