using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>Histories as charts show them: all points of a short one, and summaries of a long one.</summary>
internal sealed class ChartStore(RunStore runs, HistoryStore history, SeriesSummary summary)
{
    /// <summary>What charts show of the histories of several metrics of several runs: for each run, each metric.</summary>
    /// <param name="runIds">The runs; an error if one is missing.</param>
    /// <param name="names">The metrics; a run may lack some.</param>
    /// <param name="rangeOf">The part of a run's history.</param>
    /// <param name="maxBuckets">The most buckets that each chart may have.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<IReadOnlyList<(string RunId, string Name, Chart Chart)>> GetAllAsync(
        IReadOnlyList<string> runIds,
        IReadOnlyList<string> names,
        Func<RunItem, ChartRange> rangeOf,
        int maxBuckets,
        CancellationToken cancellationToken)
    {
        RunItem[] found =
            [.. runIds.Zip(await runs.FindAllAsync(runIds, cancellationToken), (id, run) => run ?? throw RunStore.Missing(id))];
        string[] possible = [.. names.Distinct().Where(name => !Limits.ExceedsMetricName(name))];
        // First what may move into the series meanwhile.
        var loose = await Many.MapAsync(
            found, async (run, token) => await history.LooseOfAllAsync(run.RunId, possible, token), cancellationToken);
        return await Many.MapAsync<(RunItem Run, string Name, HistoryPoint[]? Loose), (string, string, Chart)>(
            [.. found.Zip(loose).SelectMany(run => names.Select(name => (run.First, name, run.Second.GetValueOrDefault(name))))],
            async (one, token) => (
                one.Run.RunId, one.Name, await OfRunAsync(one.Run.RunId, one.Name, one.Loose, rangeOf(one.Run), maxBuckets, token)),
            cancellationToken);
    }

    /// <summary>
    /// Points between two steps: all if they are few, and otherwise some that are evenly spread, with the first and the last one.
    /// </summary>
    public async Task<IReadOnlyList<HistoryPoint>> SampleAsync(
        string runId, string name, long start, long end, CancellationToken cancellationToken)
    {
        if (!RunIds.IsValid(runId) || Limits.ExceedsMetricName(name)) return [];
        var range = new ChartRange(ChartAxis.Step, start, end);
        var all = await history.LooseAsync(runId, name, null, long.MaxValue, cancellationToken);
        var (loose, level, buckets) = await ReadAsync(runId, name, all, range, cancellationToken);
        if (level == 0 || buckets.Count == 0)
            return [.. PointSet.Of(buckets.Select(bucket => bucket.LastPoint).Concat(loose)).Where(point => IsInside(point, range))];
        if (!buckets.Zip(buckets.Skip(1)).All(pair => pair.First.MaxStep <= pair.Second.MinStep))
            return await history.SpreadAsync(runId, name, point => IsInside(point, range), cancellationToken);

        var ends = await EndsAsync(runId, name, range, buckets, cancellationToken);
        var lasts = buckets.Select(bucket => bucket.LastPoint).Where(point => IsInside(point, range));
        return PointSet.Of(lasts.Concat(ends).Concat(Thin(loose, level)));
    }

    /// <summary>What a chart shows of a history.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The metric.</param>
    /// <param name="known">The points that were not in the series before; null for a metric that no run can have.</param>
    /// <param name="range">The part of the history.</param>
    /// <param name="maxBuckets">The most buckets.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    private async Task<Chart> OfRunAsync(
        string runId, string name, HistoryPoint[]? known, ChartRange range, int maxBuckets, CancellationToken cancellationToken)
    {
        if (known is null) return new Chart([], IsExact: true);
        var (loose, level, buckets) = await ReadAsync(runId, name, known, range, cancellationToken);
        var all = buckets.Concat(loose.Select(Bucket.Of));
        // A loose point that a bucket has already changes none of its numbers.
        if (level > 0) return new Chart(ChartBins.Join(all, range, maxBuckets), IsExact: false);
        var points = all.Distinct().ToList();
        var bins = ChartBins.Join(points, range, maxBuckets);
        return new Chart(bins, IsExact: bins.Count == points.Count);
    }

    private async Task<(IEnumerable<HistoryPoint> Loose, int Level, List<Bucket> Buckets)> ReadAsync(
        string runId, string name, HistoryPoint[] loose, ChartRange range, CancellationToken cancellationToken)
    {
        var (level, buckets) = await summary.ReadAsync(runId, name, range, cancellationToken);
        return (loose.Where(point => range.Overlaps(Bucket.Of(point))), level, buckets);
    }

    /// <summary>The first and the last point of a range whose steps ascend.</summary>
    private async Task<List<HistoryPoint>> EndsAsync(
        string runId, string name, ChartRange range, List<Bucket> buckets, CancellationToken cancellationToken)
    {
        var ends = new List<HistoryPoint>();
        foreach (var bucket in (Bucket[])[buckets[0], buckets[^1]])
        {
            // The first point of the bucket is here or later. Times may all be the same, so the time alone is not enough.
            var from = HistoryPlace.Of(new HistoryPoint(bucket.FirstTime, bucket.MinStep, 0)) with { Value = 0 };
            HistoryPoint? least = null, greatest = null;
            await foreach (var item in history.SeriesAsync(runId, name, from, null, 2, cancellationToken))
            {
                var points = item.DecodePoints();
                foreach (var point in points.Where(point => IsInside(point, range)))
                {
                    if (least is null || point.Step < least.Value.Step) least = point;
                    if (greatest is null || point.Step > greatest.Value.Step) greatest = point;
                }

                if (points[^1].CompareTo(bucket.LastPoint) >= 0) break;
            }

            if (least is { } first && greatest is { } last) ends.AddRange(first, last);
        }

        return ends;
    }

    /// <summary>Loose points as far apart as the buckets of a level, with the first one. All of them would crowd out the buckets.</summary>
    private static IEnumerable<HistoryPoint> Thin(IEnumerable<HistoryPoint> loose, int level)
    {
        var size = Bucket.Points;
        for (; level > 1; level--) size *= Bucket.Factor;
        var ordered = loose.OrderBy(point => point.Step).ToList();
        return ordered.Take(1).Concat(ordered.Chunk(size).Select(some => some[^1]));
    }

    private static bool IsInside(HistoryPoint point, ChartRange range) => point.Step >= range.Start && point.Step <= range.End;
}
