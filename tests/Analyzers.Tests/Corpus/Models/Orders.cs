using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Orders;

public enum OrderState
{
    Placed,
    Paid,
    Packed,
    Shipped,
    Delivered,
    Cancelled,
}

[DynamoMap]
public sealed partial record PostalAddress(string Street, string City, string Country)
{
    public string? Unit { get; init; }
}

/// <summary>An order. Those that still need work are in the sparse index byOpen, spread over shards.</summary>
[DynamoTable("orders")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{OrderId}")]
[GlobalIndex("byOrder", "ORDER#{OrderId}")]
[GlobalIndex("byOpen", "OPEN#{OpenState}", "{PlacedAt}"), WriteSharded(8, Index = "byOpen")]
public sealed partial class Order
{
    public required string CustomerId { get; init; }

    public required string OrderId { get; init; }

    public OrderState State { get; set; }

    /// <summary>The state while the order is open, and null afterwards.</summary>
    public OrderState? OpenState { get; set; }

    public DateTimeOffset PlacedAt { get; init; }

    public required PostalAddress ShipTo { get; set; }

    public decimal Total { get; set; }

    public Dictionary<string, string> Labels { get; set; } = [];

    [ConcurrencyToken]
    public Guid? ETag { get; set; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; init; }
}

/// <summary>An item of an order, beside it in the customer's partition.</summary>
[DynamoTable("orders")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{OrderId}#ITEM#{LineNumber}")]
public sealed partial class OrderItem
{
    public required string CustomerId { get; init; }

    public required string OrderId { get; init; }

    public required int LineNumber { get; init; }

    public required string Sku { get; init; }

    public int Quantity { get; set; }

    public decimal Price { get; set; }
}

/// <summary>A parcel of an order.</summary>
[DynamoTable("orders")]
[PartitionKey("CUSTOMER#{CustomerId}"), SortKey("ORDER#{OrderId}#SHIPMENT#{ShipmentId}")]
[GlobalIndex("byTracking", "TRACKING#{Carrier}#{TrackingNumber}")]
public sealed partial class Shipment
{
    public required string CustomerId { get; init; }

    public required string OrderId { get; init; }

    public required string ShipmentId { get; init; }

    public required string Carrier { get; init; }

    public string? TrackingNumber { get; set; }

    public DateTimeOffset? HandedOverAt { get; set; }
}
