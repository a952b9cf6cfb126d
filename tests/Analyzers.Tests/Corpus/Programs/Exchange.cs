using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Rates;
using DynamoToolkit;

namespace Corpus.Programs.Exchange;

/// <summary>Converts amounts; rates of the past never change, so that they are cached for good.</summary>
public sealed class Exchange(DynamoTable<ExchangeRate> rates)
{
    private readonly ConcurrentDictionary<(string Pair, DateOnly Day), decimal> known = new();

    public async ValueTask<decimal> ConvertAsync(decimal amount, string pair, DateOnly day, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((pair, day), out var rate))
            return amount * rate;

        // Banks rest on weekends: the latest rate up to the day counts.
        var latest = await rates.Query(ExchangeRate.Partition(pair), ExchangeRate.SortKey.AtMost(day))
                .Descending()
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new ArgumentException($"There is no rate of {pair} on {day:o}.", nameof(pair));
        return amount * known.GetOrAdd((pair, day), latest.Rate);
    }

    public async Task<decimal?> ExactAsync(string pair, DateOnly day, CancellationToken cancellationToken)
    {
        var rate = await rates.GetAsync(ExchangeRate.Key(pair, day), cancellationToken: cancellationToken);
        return rate?.Rate;
    }
}
