using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Weather;
using DynamoToolkit;

namespace Corpus.Programs.WeatherReports;

/// <summary>Summaries of weather stations.</summary>
public sealed class WeatherReports(DynamoTable<HourlySummary> summaries)
{
    public async Task<float> MeanAsync(string station, short year, short fromHour, short toHour, CancellationToken cancellationToken)
    {
        var hours = await summaries.Query(HourlySummary.Partition(station, year), HourlySummary.SortKey.Between(fromHour, toHour))
            .ToListAsync(cancellationToken);
        return hours.Count == 0 ? float.NaN : hours.Average(hour => hour.MeanCelsius);
    }

    /// <summary>The same hour of several years, each in a partition of its own: one batch.</summary>
    public async Task<IReadOnlyList<HourlySummary>> CompareAsync(
        string station, short hour, IEnumerable<short> years, CancellationToken cancellationToken)
    {
        var result = await summaries.BatchGetAsync(years.Select(year => HourlySummary.Key(station, year, hour)), cancellationToken);
        result.ThrowIfIncomplete();
        return result.Items;
    }

    public async Task RainAsync(HourlySummary summary, float millimeters, CancellationToken cancellationToken)
    {
        var update = summaries.Update(summary).SetIfNotExists(s => s.RainMillimeters, millimeters);
        if (millimeters > 0)
            await update.ExecuteAsync(cancellationToken);
    }
}
