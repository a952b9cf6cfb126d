namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A parcel; shares an index with the letters of its owner.</summary>
[DynamoTable("post")]
[PartitionKey("PARCEL#{Id}")]
[GlobalIndex("byOwner", "OWNER#{Owner}", "{Arrival}")]
public sealed partial record Parcel
{
    public required int Id { get; init; }

    public required string Owner { get; init; }

    public long Arrival { get; init; }

    public string Text { get; init; } = "";
}
