using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Orders;
using DynamoToolkit;

namespace Corpus.Programs.OrderQueries;

/// <summary>All that reads orders.</summary>
public sealed class OrderQueries(DynamoTable<Order> orders, DynamoTable<OrderItem> items, DynamoTable<Shipment> shipments)
{
    public Task<List<Order>> OfCustomerAsync(string customer, CancellationToken cancellationToken) =>
        orders.Query(Order.Partition(customer)).Descending().ToListAsync(cancellationToken);

    public Task<Order?> FindAsync(string order, CancellationToken cancellationToken) =>
        orders.Query(Order.Index.ByOrder(order)).SingleOrDefaultAsync(cancellationToken);

    public Task<List<OrderItem>> ItemsAsync(string customer, string order, CancellationToken cancellationToken) =>
        items.Query(OrderItem.Partition(customer), OrderItem.SortKey.StartsWith(order)).ConsistentRead().ToListAsync(cancellationToken);

    /// <summary>The oldest open orders; filters are for the rare exception only.</summary>
    public async IAsyncEnumerable<Order> OldestAsync(
        OrderState state, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = orders.Query(Order.Index.ByOpen(state), Order.Index.ByOpenSortKey.LessThan(before)).Where(o => o.Total > 0);
        await foreach (var order in query.WithCancellation(cancellationToken))
            yield return order;
    }

    public async Task<string?> CarrierAsync(string carrier, string tracking, CancellationToken cancellationToken)
    {
        var found = await shipments.Query(Shipment.Index.ByTracking(carrier, tracking)).FirstOrDefaultAsync(cancellationToken);
        return found is { HandedOverAt: not null } ? found.Carrier : null;
    }

    /// <summary>The customers of many orders, in one batch for each hundred.</summary>
    public async Task<ILookup<string, Order>> ByCustomerAsync(
        IEnumerable<(string Customer, string Order)> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Distinct().Select(id => Order.Key(id.Customer, id.Order));
        var read = await orders.BatchGetAsync(keys, cancellationToken);
        read.ThrowIfIncomplete();
        return read.Items.ToLookup(order => order.CustomerId);
    }
}
