using System.Diagnostics;
using System.Globalization;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Summarizes all runs, one experiment after the other. Servers may run meanwhile. It may be stopped, continued and repeated.
/// </summary>
internal sealed class SummaryBackfill(TrackingTable table, RunSummaries summaries)
{
    private const int Chunk = 100;

    /// <summary>Works through the table.</summary>
    /// <param name="from">The id of the experiment to begin with; null for the first one.</param>
    /// <param name="unitsPerSecond">How many capacity units a second it uses on average; null for no limit.</param>
    /// <param name="reportAsync">Is called again and again.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The place to continue from is not an experiment's id.</exception>
    public async Task RunAsync(
        string? from, double? unitsPerSecond, Func<BackfillProgress, Task> reportAsync, CancellationToken cancellationToken)
    {
        var first = from is null ? 0
            : long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw new ArgumentException($"'{from}' is not the id of an experiment.", nameof(from));
        var (units, looked, corrected) = (0.0, 0L, 0L);
        var watch = Stopwatch.StartNew();
        var all = await table.Experiments.Query(ExperimentItem.Index.Experiments())
            .ReturnConsumedCapacity(used => units += used.CapacityUnits).ToListAsync(cancellationToken);
        foreach (var experiment in all.OrderBy(Number).Where(one => Number(one) >= first))
        {
            var runs = table.Runs.Query(RunItem.Index.ByExperiment(experiment.ExperimentId))
                .ReturnConsumedCapacity(used => units += used.CapacityUnits);
            await foreach (var chunk in runs.AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
            {
                var done = await Many.MapAsync(
                    chunk,
                    async (run, token) => await summaries.SummarizeAsync(run.RunId, isForced: false, token),
                    cancellationToken);
                units += done.Sum(one => one.Units);
                (looked, corrected) = (looked + chunk.Length, corrected + done.Count(one => one.IsChanged));
                if (unitsPerSecond is { } rate && TimeSpan.FromSeconds(units / rate) - watch.Elapsed is { Ticks: > 0 } wait)
                    await Task.Delay(wait, cancellationToken);
                await reportAsync(new BackfillProgress("runs", looked, corrected, units, experiment.ExperimentId));
            }
        }

        await reportAsync(new BackfillProgress("runs", looked, corrected, units, null));

        static long Number(ExperimentItem item) => long.Parse(item.ExperimentId, CultureInfo.InvariantCulture);
    }
}
