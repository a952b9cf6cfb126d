using System;
using DynamoToolkit;

namespace Corpus.Hotel;

/// <summary>A night in a room: the put that must not replace one makes double bookings impossible.</summary>
[DynamoTable("hotel")]
[PartitionKey("ROOM#{HotelId}#{Room}"), SortKey("NIGHT#{Night}")]
[GlobalIndex("byBooking", "BOOKING#{BookingId}", "{Night}")]
public sealed partial record BookedNight(string HotelId, int Room, DateOnly Night, Guid BookingId)
{
    public required string Guest { get; init; }
}

[DynamoTable("hotel")]
[PartitionKey("BOOKING#{BookingId}"), SortKey("BOOKING")]
[GlobalIndex("arrivals", "ARRIVALS#{HotelId}#{Arrival}", "{Guest}")]
public sealed partial record Booking
{
    public required Guid BookingId { get; init; }

    public required string HotelId { get; init; }

    public required DateOnly Arrival { get; init; }

    public required DateOnly Departure { get; init; }

    public required string Guest { get; init; }

    public decimal Total { get; init; }

    [ConcurrencyToken]
    public Guid? Token { get; init; }
}
