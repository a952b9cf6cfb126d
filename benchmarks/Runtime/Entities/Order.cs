using Amazon.DynamoDBv2.DataModel;

namespace DynamoToolkit.Benchmarks.Entities;

/// <summary>
/// The measured item: 16 attributes, about a kilobyte of JSON. 8 strings (one of some 300 characters with escapes and non-ASCII text),
/// 3 numbers, a boolean, a String Set, a list, a nested map and a time to live. One class for all variants, so that they map the same data.
/// </summary>
[DynamoTable("orders")]
[DynamoDBTable("orders")]
public sealed partial class Order
{
    [PartitionKey]
    [DynamoDBHashKey("customerId")]
    public required string CustomerId { get; set; }

    [SortKey]
    [DynamoDBRangeKey("orderId")]
    public required string OrderId { get; set; }

    [DynamoDBProperty("status")]
    public required string Status { get; set; }

    [DynamoDBProperty("email")]
    public required string Email { get; set; }

    [DynamoDBProperty("currency")]
    public required string Currency { get; set; }

    [DynamoDBProperty("channel")]
    public required string Channel { get; set; }

    [DynamoDBProperty("title")]
    public required string Title { get; set; }

    [DynamoDBProperty("note")]
    public required string Note { get; set; }

    [DynamoDBProperty("quantity")]
    public int Quantity { get; set; }

    [DynamoDBProperty("total")]
    public decimal Total { get; set; }

    [DynamoDBProperty("revision")]
    public long Revision { get; set; }

    [DynamoDBProperty("paid")]
    public bool Paid { get; set; }

    [DynamoDBProperty("tags")]
    public HashSet<string> Tags { get; set; } = [];

    [DynamoDBProperty("steps")]
    public List<string> Steps { get; set; } = [];

    [DynamoDBProperty("shipping")]
    public required Address Shipping { get; set; }

    /// <summary>Epoch seconds: the one form of a time to live that every variant can keep as it is.</summary>
    [TimeToLive]
    [DynamoDBProperty("expiresAt")]
    public long ExpiresAt { get; set; }
}
