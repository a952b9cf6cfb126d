namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Another view of the orders.</summary>
[DynamoTable("purchases"), ViewOf(typeof(Purchase))]
[PartitionKey("CUSTOMER#{Customer}"), SortKey("ORDER#{Order}")]
public sealed partial record PurchaseTotal
{
    public required string Customer { get; init; }

    public required string Order { get; init; }

    public int Total { get; set; }
}
