using System;
using DynamoToolkit;

namespace Corpus.Parking;

/// <summary>Fields, private setters and constructors: a class that protects its state.</summary>
[DynamoTable("parking")]
[PartitionKey("GARAGE#{garage}"), SortKey("TICKET#{TicketNumber}")]
public sealed partial class ParkingTicket(string garage, long ticketNumber)
{
    [DynamoAttribute]
    private readonly string garage = garage;

    public long TicketNumber { get; } = ticketNumber;

    public DateTimeOffset EnteredAt { get; private set; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? PaidAt { get; private set; }

    public decimal Paid { get; private set; }

    [DynamoDefault("00:15:00")]
    public TimeSpan Grace { get; init; }

    /// <summary>Whether the barrier opens.</summary>
    public bool MayLeave(DateTimeOffset now) => PaidAt is { } paid && now - paid < Grace;

    /// <summary>Takes money.</summary>
    public void Pay(decimal amount, DateTimeOffset now) => (Paid, PaidAt) = (Paid + amount, now);

    /// <inheritdoc/>
    public override string ToString() => $"{garage} {TicketNumber}";
}
