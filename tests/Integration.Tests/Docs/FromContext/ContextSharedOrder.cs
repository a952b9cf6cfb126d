using Amazon.DynamoDBv2.DataModel;

namespace DynamoToolkit.Integration.Tests.Docs.FromContext;

/// <summary>What <see cref="SharedOrder"/> is for DynamoDBContext.</summary>
[DynamoDBTable("SharedOrders")]
public class ContextSharedOrder
{
    [DynamoDBHashKey]
    public string CustomerId { get; set; } = "";

    public bool IsPaid { get; set; }

    public OrderState Status { get; set; }

    public DateTime ChangedAt { get; set; }

    public List<string> Tags { get; set; } = [];
}
