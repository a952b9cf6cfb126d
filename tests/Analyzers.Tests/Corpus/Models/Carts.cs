using System;
using System.Collections.Generic;
using DynamoToolkit;

namespace Corpus.Carts;

/// <summary>A shopper: the root of a small single table, with the cart and its lines in one partition.</summary>
[DynamoTable("shop-carts")]
[PartitionKey("SHOPPER#{ShopperId}"), SortKey("PROFILE")]
public sealed partial class Shopper
{
    public required Guid ShopperId { get; init; }

    public required string DisplayName { get; set; }

    public string? Email { get; set; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The open cart, of which a shopper has one.</summary>
[DynamoTable("shop-carts")]
[PartitionKey("SHOPPER#{ShopperId}"), SortKey("CART")]
public sealed partial class Cart
{
    public required Guid ShopperId { get; init; }

    public string? CouponCode { get; set; }

    public decimal Discount { get; set; }

    [ConcurrencyToken]
    public long? Revision { get; set; }

    /// <summary>Abandoned carts go away by themselves.</summary>
    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>A line of the cart.</summary>
[DynamoTable("shop-carts")]
[PartitionKey("SHOPPER#{ShopperId}"), SortKey("CART#LINE#{Sku}")]
public sealed partial class CartLine
{
    public required Guid ShopperId { get; init; }

    public required string Sku { get; init; }

    public required string Title { get; init; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }

    public List<string> Options { get; set; } = [];

    [TimeToLive]
    public DateTimeOffset? ExpiresAt { get; set; }
}
