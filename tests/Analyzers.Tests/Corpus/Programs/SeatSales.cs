using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Seats;
using DynamoToolkit;

namespace Corpus.Programs.SeatSales;

/// <summary>Holds and sells seats.</summary>
public sealed class SeatSales(DynamoClient db, DynamoTable<Seat> seats)
{
    public async Task<IReadOnlyList<ItemKey<Seat>>> HoldAsync(
        IReadOnlyCollection<ItemKey<Seat>> wanted, string holder, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var holds = wanted.ToDictionary(key => key, key => Hold(key, holder, now));
        try
        {
            await db.TransactWriteAsync(holds.Values, cancellationToken);
            return [];
        }
        catch (TransactWriteCanceledException canceled)
        {
            return [.. holds.Where(pair => canceled.ConditionFailed(pair.Value)).Select(pair => pair.Key)];
        }
    }

    public Task<List<Seat>> FreeAsync(Guid show, string block, CancellationToken cancellationToken) =>
        seats.Query(Seat.Partition(show, block)).Where(seat => seat.TicketId.NotExists()).ToListAsync(cancellationToken);

    public async Task SellAsync(string holder, Guid ticket, CancellationToken cancellationToken)
    {
        var held = await seats.Query(Seat.Index.ByHolder(holder)).ToListAsync(cancellationToken);
        var sales = held.Select(seat => seats.Update(Seat.Key(seat.ShowId, seat.Block, seat.Row, seat.Number))
            .Set(s => s.TicketId, ticket)
            .Remove(s => s.HeldUntil)
            .If(s => s.Holder == holder & s.TicketId.NotExists()));
        await db.TransactWriteAsync(sales, cancellationToken);
    }

    private Update<Seat> Hold(ItemKey<Seat> key, string holder, DateTimeOffset now) => seats.Update(key)
        .Set(seat => seat.Holder, holder)
        .Set(seat => seat.HeldUntil, now.AddMinutes(10))
        .If(seat => seat.TicketId.NotExists() & (seat.HeldUntil.NotExists() | seat.HeldUntil < now));
}
