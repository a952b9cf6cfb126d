using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Hotel;
using DynamoToolkit;

namespace Corpus.Programs.HotelDesk;

/// <summary>Books rooms: all nights or none.</summary>
public sealed class HotelDesk
{
    private readonly DynamoClient client;
    private readonly DynamoTable<Booking> bookings;
    private readonly DynamoTable<BookedNight> nights;

    public HotelDesk(DynamoClient client) =>
        (this.client, bookings, nights) = (client, client.Table<Booking>(), client.Table<BookedNight>());

    public async Task<bool> BookAsync(Booking booking, int room, CancellationToken ct)
    {
        IEnumerable<IWriteOperation> operations = Nights(booking, room)
            .Select(night => nights.Put(night).IfNotExists())
            .Prepend<IWriteOperation>(bookings.Put(booking).IfNotExists());
        try
        {
            var options = new TransactWriteOptions { ClientRequestToken = booking.BookingId.ToString("N") };
            await client.TransactWriteAsync(operations, options, ct);
            return true;
        }
        catch (TransactWriteCanceledException)
        {
            return false;
        }
    }

    public async Task CancelAsync(Guid id, CancellationToken ct)
    {
        var booking = await bookings.GetAsync(Booking.Key(id), consistentRead: true, ct);
        if (booking is null)
            return;
        var booked = await nights.Query(BookedNight.Index.ByBooking(id)).ToListAsync(ct);
        await client.TransactWriteAsync([bookings.Delete(booking), .. booked.Select(nights.Delete)], ct);
    }

    public Task<List<Booking>> ArrivalsAsync(string hotel, DateOnly day, CancellationToken ct) =>
        bookings.Query(Booking.Index.Arrivals(hotel, day)).ToListAsync(ct);

    private static IEnumerable<BookedNight> Nights(Booking booking, int room)
    {
        for (var night = booking.Arrival; night < booking.Departure; night = night.AddDays(1))
            yield return new BookedNight(booking.HotelId, room, night, booking.BookingId) { Guest = booking.Guest };
    }
}
