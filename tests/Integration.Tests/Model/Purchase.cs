namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>An order of a customer, in the same partition as its lines, whose sort keys begin with its own.</summary>
[DynamoTable("purchases")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{OrderId}")]
[GlobalIndex("byDay", "{Day}")]
public sealed partial record Purchase
{
    public required string CustomerId { get; init; }

    public required string OrderId { get; init; }

    public required string Day { get; init; }

    public int Total { get; set; }
}
