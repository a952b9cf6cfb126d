namespace DynamoToolkit.Integration.Tests.Docs.FromContext;

// example: after
[DynamoTable("Orders"), DynamoCompatible(Compatibility.DynamoDBContext)]
[GlobalIndex("byWarehouse", "{Warehouse}")]
public sealed partial class Order
{
    [PartitionKey] public required string CustomerId { get; init; }
    [SortKey] public required DateTime PlacedAt { get; init; }
    [DynamoAttribute("state")] public OrderState Status { get; set; }
    [DynamoIgnore] public bool IsSelected { get; set; }
    public string? Warehouse { get; set; }
    public int? Version { get; set; }
    public bool IsPaid { get; set; }
    public string Note { get; set; } = "";
    public List<string> Tags { get; set; } = [];
    public List<OrderLine> Lines { get; set; } = [];
    public Guid? Reference { get; set; }
}

[DynamoMap, DynamoCompatible(Compatibility.DynamoDBContext)]
public sealed partial class OrderLine
{
    public required string Sku { get; init; }
    public decimal Price { get; set; }
    public bool IsGift { get; set; }
}
// end
