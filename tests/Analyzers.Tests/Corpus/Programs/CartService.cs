using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Carts;
using DynamoToolkit;

namespace Corpus.Programs.CartService;

/// <summary>The cart of a shopper.</summary>
public sealed class CartService(DynamoClient db, DynamoTable<Cart> carts, DynamoTable<CartLine> lines, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>The cart and its lines, with one query.</summary>
    public async Task<(Cart? Cart, List<CartLine> Lines)> GetAsync(Guid shopper, CancellationToken cancellationToken)
    {
        var kinds = new ItemKinds<object>().Add<Cart>().Add<CartLine>();
        Cart? cart = null;
        var found = new List<CartLine>();
        await foreach (var item in carts.Query(Cart.Partition(shopper)).As(kinds).WithCancellation(cancellationToken))
        {
            switch (item)
            {
                case Cart one:
                    cart = one;
                    break;
                case CartLine line:
                    found.Add(line);
                    break;
            }
        }

        return (cart, found);
    }

    /// <summary>Adds articles; two requests at once add up.</summary>
    public async Task<int> AddAsync(Guid shopper, string sku, string title, decimal price, int count, CancellationToken cancellationToken)
    {
        var added = await lines.Update(CartLine.Key(shopper, sku))
            .Add(line => line.Quantity, count)
            .Set(line => line.Title, title)
            .Set(line => line.UnitPrice, price)
            .Set(line => line.ExpiresAt, clock.GetUtcNow() + Kept)
            .ReturnNew()
            .ExecuteAsync(cancellationToken);
        return added.Item!.Quantity;
    }

    /// <summary>Takes articles out, and the line with the last one.</summary>
    public async Task RemoveAsync(Guid shopper, string sku, int count, CancellationToken cancellationToken)
    {
        var key = CartLine.Key(shopper, sku);
        var left = await lines.Update(key)
            .Add(line => line.Quantity, -count)
            .If(line => line.Quantity >= count)
            .ReturnNew()
            .ExecuteAsync(cancellationToken);
        if (left.Item is { Quantity: 0 })
            await lines.Delete(key).If(line => line.Quantity == 0).ExecuteAsync(cancellationToken);
    }

    /// <summary>Empties the cart.</summary>
    public async Task ClearAsync(Guid shopper, CancellationToken cancellationToken)
    {
        var (cart, found) = await GetAsync(shopper, cancellationToken);
        if (cart is not null)
            await carts.DeleteAsync(cart, cancellationToken);
        var result = await db.BatchWriteAsync(found.Select(lines.Delete), cancellationToken);
        result.ThrowIfIncomplete();
    }
}
