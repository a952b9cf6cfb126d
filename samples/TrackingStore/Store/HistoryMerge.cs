using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// Moves the points of a run from the packs of its requests into the series of its metrics. A pack is deleted after all of its points are
/// there. So it can be stopped anywhere, repeated, and run by several servers at once.
/// </summary>
internal sealed class HistoryMerge(TrackingTable table, SeriesWriter series)
{
    private const int PacksAtOnce = 256;
    private const int PointsAtOnce = 4096;

    /// <summary>Merges the packs of a run, if that makes fewer items of them.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>How many packs are gone.</returns>
    public async Task<int> MergeAsync(string runId, CancellationToken cancellationToken)
    {
        for (var merged = 0; ;)
        {
            var (packs, decoded) = await NextAsync(runId, cancellationToken);
            var metrics = decoded.ToLookup(metric => metric.Name, metric => metric.Points);
            var bytes = packs.Sum(pack => pack.Data.Length);
            if (packs.Count <= metrics.Count && bytes < HistoryQueue.BytesPerMerge(metrics.Count) / 2) return merged;
            foreach (var metric in metrics)
            {
                var points = PointSet.Of(metric.SelectMany(some => some));
                if (!await series.AddAsync(runId, metric.Key, points, cancellationToken)) return merged;
            }

            var keys = packs.Select(pack => MetricPackItem.Key(pack.RunId, pack.PackId));
            await table.Client.BatchAsync([.. keys.Select(key => table.MetricPacks.Delete(key))], cancellationToken);
            merged += packs.Count;
            if (packs.Count < PacksAtOnce) return merged;
        }
    }

    /// <summary>
    /// The next packs that can be merged. A pack of a server that took longer names stays as it is: a series has no key for such a metric.
    /// </summary>
    private async Task<(List<MetricPackItem> Packs, List<(string Name, HistoryPoint[] Points)> Metrics)> NextAsync(
        string runId, CancellationToken cancellationToken)
    {
        var (packs, metrics) = (new List<MetricPackItem>(), new List<(string Name, HistoryPoint[] Points)>());
        var query = table.MetricPacks.Query(MetricPackItem.Partition(runId)).ConsistentRead();
        await foreach (var pack in query.WithCancellation(cancellationToken))
        {
            var decoded = pack.Decode();
            if (decoded.Any(metric => Limits.ExceedsMetricName(metric.Name))) continue;
            packs.Add(pack);
            metrics.AddRange(decoded);
            if (packs.Count == PacksAtOnce) break;
        }

        return (packs, metrics);
    }

    /// <summary>Moves the points of a run that have an item each, as servers wrote them before there were packs.</summary>
    /// <returns>How many they were.</returns>
    public async Task<long> ConvertAsync(string runId, CancellationToken cancellationToken)
    {
        var converted = 0L;
        var old = table.MetricPoints.Query(MetricPointItem.Partition(runId)).ConsistentRead().AsAsyncEnumerable();
        await foreach (var chunk in old.Chunk(PointsAtOnce).WithCancellation(cancellationToken))
        {
            foreach (var metric in chunk.GroupBy(item => item.Name))
            {
                var points = PointSet.Of(metric.Select(item => HistoryPoint.Of(item.ToPoint())));
                if (!await series.AddAsync(runId, metric.Key, points, cancellationToken)) return converted;
            }

            await table.Client.BatchAsync([.. chunk.Select(table.MetricPoints.Delete)], cancellationToken);
            converted += chunk.Length;
        }

        return converted;
    }
}
