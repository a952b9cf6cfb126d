namespace DynamoToolkit.Integration.Tests.Docs.FromContext;

// example: writes
[DynamoTable("SharedOrders"), DynamoCompatible(Compatibility.DynamoDBContext, Writes = true)]
public sealed partial class SharedOrder
{
    [PartitionKey] public required string CustomerId { get; init; }
    public bool IsPaid { get; set; }
    public OrderState Status { get; set; }
    public DateTime ChangedAt { get; set; }
    public List<string> Tags { get; set; } = [];
}
// end
