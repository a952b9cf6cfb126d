using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.Inventory;
using Corpus.Orders;
using DynamoToolkit;

namespace Corpus.Programs.Checkout;

/// <summary>Places orders: the order, its items and the stock change together or not at all.</summary>
public sealed class Checkout
{
    private const int MaxItems = 40;

    private readonly DynamoClient db;
    private readonly DynamoTable<Order> orders;
    private readonly DynamoTable<OrderItem> items;
    private readonly DynamoTable<StockLevel> stock;

    public Checkout(DynamoClient db)
    {
        this.db = db;
        orders = db.Table<Order>();
        items = db.Table<OrderItem>();
        stock = db.Table<StockLevel>();
    }

    public async Task<bool> PlaceAsync(Order order, IReadOnlyList<OrderItem> lines, string warehouse, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lines.Count, MaxItems);
        var writes = new List<IWriteOperation> { orders.Put(order).IfNotExists() };
        writes.AddRange(lines.Select(items.Put));
        writes.AddRange(lines.Select(line => Reserve(line, warehouse)));
        try
        {
            await db.TransactWriteAsync(writes, cancellationToken);
            return true;
        }
        catch (TransactWriteCanceledException canceled) when (canceled.Failures.Any())
        {
            return false;
        }
    }

    public async Task<Order> ShipAsync(string customer, string order, CancellationToken cancellationToken)
    {
        try
        {
            var shipped = await orders.Update(Order.Key(customer, order))
                .Set(o => o.State, OrderState.Shipped)
                .Remove(o => o.OpenState)
                .If(o => o.State == OrderState.Packed)
                .ReturnNew()
                .ReturnItemOnFailure()
                .ExecuteAsync(cancellationToken);
            return shipped.Item!;
        }
        catch (ConditionalCheckFailedException failed) when (failed.Item is { Count: > 0 })
        {
            throw new InvalidOperationException("The order is not packed.", failed);
        }
    }

    private IWriteOperation Reserve(OrderItem line, string warehouse) =>
        stock.Update(StockLevel.Key(line.Sku, warehouse))
            .Add(level => level.Reserved, line.Quantity)
            .If(level => level.OnHand >= line.Quantity);
}
