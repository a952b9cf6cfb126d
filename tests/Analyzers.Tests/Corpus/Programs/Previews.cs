using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Hotel;
using Corpus.Rates;
using DynamoToolkit;
using Microsoft.Extensions.Logging;

namespace Corpus.Programs.Previews;

/// <summary>Logs what would be sent, without values, and measures what it costs.</summary>
public sealed class Previews(DynamoTable<ExchangeRate> rates, DynamoTable<Booking> bookings, ILogger<Previews> log)
{
    public async Task SetAsync(ExchangeRate rate, bool dryRun, CancellationToken cancellationToken)
    {
        var update = rates.Update(ExchangeRate.Key(rate.Pair, rate.Day)).Set(r => r.Rate, rate.Rate).Set(r => r.Source, rate.Source);
        if (dryRun)
        {
            log.LogInformation("{Request}", update.Preview().JsonWithoutValues);
            return;
        }

        var result = await update.ReturnConsumedCapacity().ExecuteAsync(cancellationToken);
        log.LogInformation("{Units} units", result.ConsumedCapacity?.CapacityUnits);
    }

    public string Explain(string hotel, DateOnly day)
    {
        var query = bookings.Query(Booking.Index.Arrivals(hotel, day)).Limit(10);
        return query.Preview().ToString();
    }

    public RequestPreview Cancel(Booking booking)
    {
        var delete = bookings.Delete(booking).ReturnOld();
        return delete.Preview();
    }
}
