using Amazon.DynamoDBv2.DataModel;

namespace DynamoToolkit.Integration.Tests.Docs.FromContext;

// example: before
[DynamoDBTable("Orders")]
public class ContextOrder
{
    [DynamoDBHashKey] public string CustomerId { get; set; } = "";
    [DynamoDBRangeKey] public DateTime PlacedAt { get; set; }
    [DynamoDBProperty("state")] public OrderState Status { get; set; }
    [DynamoDBIgnore] public bool IsSelected { get; set; }
    [DynamoDBGlobalSecondaryIndexHashKey("byWarehouse")] public string? Warehouse { get; set; }
    [DynamoDBVersion] public int? Version { get; set; }
    public bool IsPaid { get; set; }
    public string Note { get; set; } = "";
    public List<string> Tags { get; set; } = [];
    public List<ContextLine> Lines { get; set; } = [];
    public Guid? Reference { get; set; }
}

public class ContextLine
{
    public string Sku { get; set; } = "";
    public decimal Price { get; set; }
    public bool IsGift { get; set; }
}
// end
