using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Parking;
using DynamoToolkit;

namespace Corpus.Programs.ParkingGate;

/// <summary>The gate of a garage.</summary>
public sealed class ParkingGate(DynamoTable<ParkingTicket> tickets, string garage, TimeProvider clock)
{
    public async Task<ParkingTicket> EnterAsync(long number, CancellationToken cancellationToken)
    {
        var ticket = new ParkingTicket(garage, number);
        await tickets.CreateAsync(ticket, cancellationToken);
        return ticket;
    }

    public async Task PayAsync(long number, decimal amount, CancellationToken cancellationToken)
    {
        var ticket = await tickets.GetAsync(ParkingTicket.Key(garage, number), consistentRead: true, cancellationToken)
            ?? throw new ArgumentOutOfRangeException(nameof(number));
        var paid = ticket.Paid;
        ticket.Pay(amount, clock.GetUtcNow());

        // Somebody may pay at another machine at the same time.
        await tickets.Put(ticket).If(t => t.Paid == paid).ExecuteAsync(cancellationToken);
    }

    public async Task<bool> LeaveAsync(long number, CancellationToken cancellationToken)
    {
        var key = ParkingTicket.Key(garage, number);
        if (await tickets.GetAsync(key, cancellationToken: cancellationToken) is not { } ticket || !ticket.MayLeave(clock.GetUtcNow()))
            return false;
        await tickets.DeleteAsync(key, cancellationToken);
        return true;
    }
}
