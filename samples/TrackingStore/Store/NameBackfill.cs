using System.Diagnostics;
using System.Globalization;
using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Fills the indexes of names of a table from before them, and deletes what interrupted writes have left there. Servers that keep the
/// indexes may run meanwhile. It may be stopped, continued and repeated; at its end searches may use the indexes.
/// </summary>
internal sealed class NameBackfill(TrackingTable table, NameIndex names)
{
    private const int Chunk = 100;
    private const string Runs = "runs";
    private const string Experiments = "experiments";
    private const string RunNames = "run-names";
    private const string Models = "models";

    private static readonly string[] Phases = [Runs, Experiments, RunNames, Models];

    /// <summary>Works through the table.</summary>
    /// <param name="from">Where an earlier call ended; null for the beginning.</param>
    /// <param name="unitsPerSecond">How many capacity units a second it uses on average; null for no limit.</param>
    /// <param name="reportAsync">Is called again and again.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="ArgumentException">The place to continue from is not one of these.</exception>
    public async Task RunAsync(
        string? from, double? unitsPerSecond, Func<BackfillProgress, Task> reportAsync, CancellationToken cancellationToken)
    {
        Func<string?, Task>[] works =
        [
            place => IndexRunsAsync(place, unitsPerSecond, reportAsync, cancellationToken),
            place => RepairAsync(table.Experiments, 1, place, unitsPerSecond, reportAsync, cancellationToken),
            place => RepairAsync(table.RunNames, 2, place, unitsPerSecond, reportAsync, cancellationToken),
            place => RepairAsync(table.Models, 3, place, unitsPerSecond, reportAsync, cancellationToken),
        ];
        var (first, start) = PlaceOf(from);
        await works[first](start);
        foreach (var work in works.Skip(first + 1)) await work(null);
        await names.MarkCompleteAsync(cancellationToken);
    }

    /// <summary>Adds the names of runs that have none in the index, one experiment after the other.</summary>
    private async Task IndexRunsAsync(
        string? from, double? unitsPerSecond, Func<BackfillProgress, Task> reportAsync, CancellationToken cancellationToken)
    {
        var first = from is null ? 0
            : long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : throw Unknown($"{Runs}:{from}");
        var (units, looked, corrected) = (0.0, 0L, 0L);
        var watch = Stopwatch.StartNew();
        var experiments = await table.Experiments.Query(ExperimentItem.Index.Experiments())
            .ReturnConsumedCapacity(used => units += used.CapacityUnits).ToListAsync(cancellationToken);
        foreach (var experiment in experiments.OrderBy(Number).Where(e => Number(e) >= first))
        {
            var runs = table.Runs.Query(RunItem.Index.ByExperiment(experiment.ExperimentId))
                .ReturnConsumedCapacity(used => units += used.CapacityUnits);
            await foreach (var chunk in runs.AsAsyncEnumerable().Chunk(Chunk).WithCancellation(cancellationToken))
            {
                var (added, used) = await IndexAsync(chunk, cancellationToken);
                (units, looked, corrected) = (units + used, looked + chunk.Length, corrected + added);
                if (unitsPerSecond is { } rate && TimeSpan.FromSeconds(units / rate) - watch.Elapsed is { Ticks: > 0 } wait)
                    await Task.Delay(wait, cancellationToken);
                await reportAsync(new BackfillProgress(Runs, looked, corrected, units, $"{Runs}:{experiment.ExperimentId}"));
            }
        }

        await reportAsync(new BackfillProgress(Runs, looked, corrected, units, $"{Experiments}:"));

        static long Number(ExperimentItem item) => long.Parse(item.ExperimentId, CultureInfo.InvariantCulture);
    }

    private async Task<(long Added, double Units)> IndexAsync(RunItem[] runs, CancellationToken cancellationToken)
    {
        var known = await table.RunNames.BatchGetAsync(
            runs.Select(run => RunNameItem.Key(run.RunId)),
            new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Total },
            cancellationToken);
        known.ThrowIfIncomplete();
        var units = known.ConsumedCapacity.Sum(used => used.CapacityUnits);
        var added = 0L;
        foreach (var run in runs.ExceptBy(known.Items.Select(name => name.RunId), run => run.RunId))
        {
            if (await AddAsync(run, cancellationToken) is not { } used) continue;
            units += used;
            added++;
        }

        return (added, units);
    }

    /// <summary>Adds the name of a run.</summary>
    /// <returns>The units that it took; null if there is nothing to do any more.</returns>
    private async Task<double?> AddAsync(RunItem? run, CancellationToken cancellationToken)
    {
        while (run is not null)
        {
            // A run that was purged in the meantime must not get a name.
            var name = run.Name;
            var check = table.Runs.Check(RunItem.Key(run.RunId)).If(r => r.Name == name);
            var put = table.RunNames.Put(RunNameItem.Of(run, name)).IfNotExists();
            try
            {
                var result = await table.Client.TransactWriteAsync(
                    [check, put], new TransactWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total }, cancellationToken);
                return result.ConsumedCapacity.Sum(used => used.CapacityUnits);
            }
            catch (TransactWriteCanceledException e) when (e.ConditionFailed(put))
            {
                return null;
            }
            catch (TransactWriteCanceledException e) when (e.ConditionFailed(check))
            {
                run = await table.Runs.GetAsync(RunItem.Key(run.RunId), consistentRead: true, cancellationToken);
            }
        }

        return null;
    }

    private static Task RepairAsync<T>(
        DynamoTable<T> items,
        int phase,
        string? from,
        double? unitsPerSecond,
        Func<BackfillProgress, Task> reportAsync,
        CancellationToken cancellationToken)
        where T : class, ITrigramItem<T>
    {
        var sweep = new SweepOptions
        {
            From = from,
            CapacityUnitsPerSecond = unitsPerSecond,
            OnPage = (page, _) =>
            {
                var result = (TrigramRepairResult)page;
                var next = result.Next is { } place ? $"{Phases[phase]}:{place}"
                    : phase + 1 < Phases.Length ? $"{Phases[phase + 1]}:"
                    : null;
                return reportAsync(new BackfillProgress(Phases[phase], result.Scanned, result.Indexed, result.CapacityUnits, next));
            },
        };
        return items.RepairTrigramsAsync(sweep, cancellationToken: cancellationToken);
    }

    private static (int Phase, string? Place) PlaceOf(string? from)
    {
        if (from is null) return (0, null);
        var colon = from.IndexOf(':');
        var phase = colon < 0 ? -1 : Array.IndexOf(Phases, from[..colon]);
        return phase < 0 ? throw Unknown(from) : (phase, from[(colon + 1)..] is { Length: > 0 } place ? place : null);
    }

    private static ArgumentException Unknown(string from) => new($"'{from}' is not a place where a backfill of names ended.", nameof(from));
}
