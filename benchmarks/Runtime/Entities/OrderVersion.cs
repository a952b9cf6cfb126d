using System.Globalization;

namespace DynamoToolkit.Benchmarks.Entities;

/// <summary>The measured item as a type whose versions are kept: the same 16 attributes, with a version as sort key.</summary>
[DynamoTable("orderVersions"), VersionControlled]
public sealed partial class OrderVersion
{
    [PartitionKey]
    public required string OrderId { get; set; }

    [SortKey, Version]
    public int Version { get; set; }

    public required string CustomerId { get; set; }

    public required string Status { get; set; }

    public required string Email { get; set; }

    public required string Currency { get; set; }

    public required string Channel { get; set; }

    public required string Title { get; set; }

    public required string Note { get; set; }

    public int Quantity { get; set; }

    public decimal Total { get; set; }

    public bool Paid { get; set; }

    public HashSet<string> Tags { get; set; } = [];

    public List<string> Steps { get; set; } = [];

    public required Address Shipping { get; set; }

    [TimeToLive]
    public long ExpiresAt { get; set; }

    /// <summary>A version with the content of an order.</summary>
    public static OrderVersion Of(Order order, int version) => new()
    {
        OrderId = order.OrderId,
        Version = version,
        CustomerId = order.CustomerId,
        Status = order.Status,
        Email = order.Email,
        Currency = order.Currency,
        Channel = order.Channel,
        Title = order.Title,
        Note = order.Note,
        Quantity = order.Quantity,
        Total = order.Total,
        Paid = order.Paid,
        Tags = order.Tags,
        Steps = order.Steps,
        Shipping = order.Shipping,
        ExpiresAt = order.ExpiresAt,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OrderId} {Version}");
}
