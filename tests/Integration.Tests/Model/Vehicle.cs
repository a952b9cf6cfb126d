namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A family below an abstract class, with keys and an index that its types inherit.</summary>
[DynamoTable("vehicles")]
[PartitionKey("FLEET#{Fleet}"), SortKey("{Built}#{Plate}")]
[GlobalIndex("byOwner", "{Owner}", "{Built}")]
public abstract partial class Vehicle
{
    public required string Fleet { get; init; }

    public required string Plate { get; init; }

    public DateOnly Built { get; init; }

    public long? Owner { get; set; }

    [TimeToLive]
    public DateTimeOffset? ScrappedAt { get; set; }
}
