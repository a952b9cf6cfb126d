using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Support;
using DynamoToolkit;

namespace Corpus.Programs.SupportDesk;

/// <summary>Works on tickets.</summary>
public sealed class SupportDesk(DynamoClient db, DynamoTable<Ticket> tickets, DynamoTable<Reply> replies)
{
    public async Task<Ticket> OpenAsync(string customer, string subject, CancellationToken cancellationToken)
    {
        var ticket = new Ticket
        {
            TicketId = Guid.CreateVersion7(),
            CustomerId = customer,
            Subject = subject,
            OpenedAt = DateTimeOffset.UtcNow,
        };
        await tickets.CreateAsync(ticket, cancellationToken);
        return ticket;
    }

    public async Task ReplyAsync(Ticket ticket, string author, string text, CancellationToken cancellationToken)
    {
        var reply = new Reply
        {
            TicketId = ticket.TicketId,
            At = DateTimeOffset.UtcNow,
            ReplyId = Guid.CreateVersion7(),
            Author = author,
            Text = text,
        };
        ticket.State = TicketState.Waiting;
        await db.TransactWriteAsync([tickets.Put(ticket), replies.Put(reply).IfNotExists()], cancellationToken);
    }

    /// <summary>A ticket and its replies, in two requests that run side by side.</summary>
    public async Task<(Ticket Ticket, List<Reply> Replies)?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var ticket = tickets.GetAsync(Ticket.Key(id), cancellationToken: cancellationToken).AsTask();
        var all = replies.Query(Reply.Partition(id)).ToListAsync(cancellationToken);
        await Task.WhenAll(ticket, all);
        return await ticket is { } found ? (found, await all) : null;
    }

    public async Task<int> CountWaitingAsync(string team, CancellationToken cancellationToken)
    {
        var waiting = tickets.Query(Ticket.Index.ByTeam(team), Ticket.Index.ByTeamSortKey.StartsWith(TicketState.Waiting));
        return (int)await waiting.CountAsync(cancellationToken);
    }

    public async Task RelabelAsync(Ticket ticket, IEnumerable<string> labels, CancellationToken cancellationToken)
    {
        var update = tickets.Update(ticket);
        if (labels.ToList() is { Count: > 0 } added)
            update = update.Add(t => t.Labels, added);
        else
            update = update.Remove(t => t.Labels);
        await update.ExecuteAsync(cancellationToken);
    }
}
