using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Auctions;
using Corpus.Support;
using DynamoToolkit;
using DynamoToolkit.Expressions;

namespace Corpus.Programs.Conditions;

/// <summary>Conditions that are built once, and combined.</summary>
public sealed class Conditions(DynamoTable<Ticket> tickets, DynamoTable<Lot> lots)
{
    public async Task<List<Ticket>> FindAsync(
        string customer, TicketState? state, string? label, IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var query = tickets.Query(Ticket.Index.ByCustomer(customer));
        if (state is { } wanted)
            query.Where(t => t.State == wanted);
        if (label is not null)
            query.Where(t => t.Labels.Contains(label) | t.Subject.StartsWith(label));
        if (subjects.Count is > 0 and <= 100)
            query.Where(t => t.Subject.In(subjects));
        return await query.ToListAsync(cancellationToken);
    }

    public async Task CloseAsync(Guid lot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Condition? sold = null;
        await lots.Update(Lot.Key(lot))
            .SetIfNotExists(l => l.HighestBidder, "nobody")
            .If(l => sold = l.HighestBid > 0 & l.ClosesAt <= now)
            .ExecuteAsync(cancellationToken);
        Console.WriteLine(sold);
    }

    public Task<List<Lot>> RunningAsync(string seller, DateTimeOffset now, decimal least, CancellationToken cancellationToken) =>
        lots.Query(Lot.Index.BySeller(seller), Lot.Index.BySellerSortKey.GreaterThan(now))
            .Where(l => l.HighestBid >= least && !l.HighestBidder.NotExists())
            .ToListAsync(cancellationToken);
}
