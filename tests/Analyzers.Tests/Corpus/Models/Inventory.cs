using System;
using DynamoToolkit;

namespace Corpus.Inventory;

/// <summary>How much of an article a warehouse has. Reservations compare the version.</summary>
[DynamoTable("inventory")]
[PartitionKey("SKU#{Sku}"), SortKey("WAREHOUSE#{Warehouse}")]
[GlobalIndex("byWarehouse", "WAREHOUSE#{Warehouse}", "SKU#{Sku}")]
public sealed partial record StockLevel
{
    public required string Sku { get; init; }

    public required string Warehouse { get; init; }

    public int OnHand { get; init; }

    public int Reserved { get; init; }

    [DynamoIgnore]
    public int Available => OnHand - Reserved;

    [ConcurrencyToken]
    public int Version { get; init; }

    [UpdatedAt]
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A movement of stock, which is never changed.</summary>
[DynamoTable("inventory")]
[PartitionKey("SKU#{Sku}"), SortKey("MOVE#{At}#{MovementId}")]
public sealed partial record StockMovement
{
    public required string Sku { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid MovementId { get; init; }

    public int Quantity { get; init; }

    public string? Reason { get; init; }
}
