using System.Globalization;
using DynamoToolkit;
using TrackingStore.History;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Moves the points of all runs into series: those that have an item each, from before there were packs, and the packs that are left.
/// Servers may run meanwhile. It may be stopped, continued and repeated.
/// </summary>
internal sealed class HistoryBackfill(TrackingTable table, HistoryMerge merge)
{
    /// <summary>Works through the table, one experiment after the other.</summary>
    /// <param name="from">The id of the experiment to begin with; null for the first one.</param>
    /// <param name="reportAsync">Is called after each experiment.</param>
    /// <param name="failedAsync">Is called for each run whose history is damaged. Its packs stay, and the other runs are packed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The place to continue from is not an experiment's id.</exception>
    public async Task RunAsync(
        string? from,
        Func<HistoryProgress, Task> reportAsync,
        Func<string, DamagedHistoryException, Task> failedAsync,
        CancellationToken cancellationToken)
    {
        var first = from is null ? 0
            : long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw new ArgumentException($"'{from}' is not the id of an experiment.", nameof(from));
        var all = await table.Experiments.Query(ExperimentItem.Index.Experiments()).ToListAsync(cancellationToken);
        var experiments = all.OrderBy(Number).Where(experiment => Number(experiment) >= first).ToList();
        var (runs, points, packs) = (0L, 0L, 0L);
        for (var i = 0; i < experiments.Count; i++)
        {
            await foreach (var run in table.Runs.Query(RunItem.Index.ByExperiment(experiments[i].ExperimentId))
                .WithCancellation(cancellationToken))
            {
                runs++;
                try
                {
                    points += await merge.ConvertAsync(run.RunId, cancellationToken);
                    packs += await merge.MergeAsync(run.RunId, cancellationToken);
                }
                catch (DamagedHistoryException e)
                {
                    await failedAsync(run.RunId, e);
                }
            }

            var next = i + 1 < experiments.Count ? experiments[i + 1].ExperimentId : null;
            await reportAsync(new HistoryProgress(runs, points, packs, next));
        }

        static long Number(ExperimentItem item) => long.Parse(item.ExperimentId, CultureInfo.InvariantCulture);
    }
}
