namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A line of an order.</summary>
[DynamoTable("purchases")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{OrderId}#ITEM#{No}")]
[GlobalIndex("byDay", "{Day}")]
public sealed partial record PurchaseLine
{
    public required string CustomerId { get; init; }

    public required string OrderId { get; init; }

    public int No { get; init; }

    public required string Day { get; init; }

    public int Quantity { get; init; }
}
