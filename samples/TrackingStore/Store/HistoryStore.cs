using System.Runtime.CompilerServices;
using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Values;

namespace TrackingStore.Store;

/// <summary>
/// The history of metrics. A point is in a pack, in a series, or in both while it moves; the history is a set, so that does not show. Packs
/// are read first, because points move from packs to series.
/// </summary>
internal sealed class HistoryStore(TrackingTable table, RunStore runs, MetricSeries series, SeriesSizes sizes, HistoryQueue queue)
{
    private const string TokenKind = "history";

    /// <summary>A page of a metric's history, by time, step and value.</summary>
    /// <param name="runId">The run; an error if there is none.</param>
    /// <param name="name">The metric.</param>
    /// <param name="size">The size of the page, null for all of the rest.</param>
    /// <param name="token">Where the previous page ended.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async Task<(IReadOnlyList<HistoryPoint> Points, string? Next)> GetAsync(
        string runId, string name, int? size, string? token, CancellationToken cancellationToken)
    {
        await runs.RequireAsync(runId, cancellationToken);
        var after = PlaceOf(token);
        if (Limits.ExceedsMetricName(name)) return ([], null);
        // One point more shows that there is another page.
        var points = await ReadAsync(runId, name, after, size is { } max ? max + 1L : long.MaxValue, cancellationToken);
        if (points.Count <= (size ?? int.MaxValue)) return (points, null);
        points.RemoveAt(points.Count - 1);
        return (points, PageTokens.Encode(TokenKind, HistoryPlace.Of(points[^1]).ToString()));
    }

    /// <summary>The first points of a metric's history; none where there is no such run or metric.</summary>
    public async Task<IReadOnlyList<HistoryPoint>> OfRunAsync(
        string runId, string name, int maxPoints, CancellationToken cancellationToken) =>
        !RunIds.IsValid(runId) || Limits.ExceedsMetricName(name)
            ? []
            : await ReadAsync(runId, name, null, maxPoints, cancellationToken);

    /// <summary>Evenly spread points of those that pass, however many there are, with the first and the last step.</summary>
    public async Task<IReadOnlyList<HistoryPoint>> SpreadAsync(
        string runId, string name, Predicate<HistoryPoint> passes, CancellationToken cancellationToken)
    {
        var spread = new SpreadPoints();
        await foreach (var part in PartsAsync(runId, name, null, long.MaxValue, cancellationToken))
            foreach (var point in part.Where(point => passes(point))) spread.Add(point);
        return spread.ToArray();
    }

    /// <summary>The points that are not in the series, or were not there a moment ago. They are to be read before the series.</summary>
    public async Task<HistoryPoint[]> LooseAsync(
        string runId, string name, HistoryPlace? after, long max, CancellationToken cancellationToken)
    {
        var single = SinglePointsAsync(runId, name, after, max, cancellationToken);
        var points = new List<HistoryPoint>();
        await foreach (var (metric, some) in PackedAsync(runId, cancellationToken))
            if (metric == name) points.AddRange(some.AsSpan(CountUpTo(some, after)));

        points.AddRange(await single);
        return PointSet.Of(points);
    }

    /// <summary>The same of several metrics. The packs, which have all metrics, are read once.</summary>
    public async Task<IReadOnlyDictionary<string, HistoryPoint[]>> LooseOfAllAsync(
        string runId, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var single = Many.MapAsync(
            names, async (name, token) => await SinglePointsAsync(runId, name, null, long.MaxValue, token), cancellationToken);
        var points = names.ToDictionary(name => name, _ => new List<HistoryPoint>());
        await foreach (var (metric, some) in PackedAsync(runId, cancellationToken))
            if (points.TryGetValue(metric, out var known)) known.AddRange(some);

        foreach (var (name, some) in names.Zip(await single)) points[name].AddRange(some);
        return points.ToDictionary(pair => pair.Key, pair => PointSet.Of(pair.Value));
    }

    /// <summary>The items of points that a series has from some place on.</summary>
    public IAsyncEnumerable<MetricSeriesItem> SeriesAsync(
        string runId, string name, HistoryPlace from, HistoryPlace? until, int? pageSize, CancellationToken cancellationToken) =>
        series.ReadAsync(runId, name, 0, from, until, pageSize, cancellationToken);

    /// <summary>The points of a run's packs, by metric.</summary>
    private async IAsyncEnumerable<(string Metric, HistoryPoint[] Points)> PackedAsync(
        string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (packs, bytes, metrics) = (0, 0L, new HashSet<string>());
        var query = table.MetricPacks.Query(MetricPackItem.Partition(runId)).ConsistentRead();
        await foreach (var pack in query.WithCancellation(cancellationToken))
        {
            (packs, bytes) = (packs + 1, bytes + pack.Data.Length);
            foreach (var (metric, points) in pack.Decode())
            {
                metrics.Add(metric);
                yield return (metric, points);
            }
        }

        // The merge failed, or the server ended before it.
        var (maxPacks, maxBytes) = (2 * HistoryQueue.PacksPerMerge(metrics.Count), 2 * HistoryQueue.BytesPerMerge(metrics.Count));
        if (packs > maxPacks || bytes > maxBytes) queue.Add(runId);
    }

    private async Task<List<HistoryPoint>> ReadAsync(
        string runId, string name, HistoryPlace? after, long max, CancellationToken cancellationToken)
    {
        var points = new List<HistoryPoint>();
        await foreach (var part in PartsAsync(runId, name, after, max, cancellationToken))
        {
            points.AddRange(part);
            if (points.Count >= max) break;
        }

        if (points.Count > max) points.RemoveRange((int)max, points.Count - (int)max);
        return points;
    }

    /// <summary>A history in parts, of which about <paramref name="max"/> points are to be read.</summary>
    private async IAsyncEnumerable<ArraySegment<HistoryPoint>> PartsAsync(
        string runId, string name, HistoryPlace? after, long max, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var loose = await LooseAsync(runId, name, after, max, cancellationToken);
        var used = 0;
        int? pageSize = max < 100 * sizes.PointsPerItem ? (int)(max / sizes.PointsPerItem) + 2 : null;
        await foreach (var item in SeriesAsync(runId, name, after ?? HistoryPlace.First, null, pageSize, cancellationToken))
        {
            var known = item.DecodePoints();
            var end = item.End() is { } next ? PointSet.CountBefore(loose, next) : loose.Length;
            yield return PointSet.Union(known.AsSpan(CountUpTo(known, after)), loose.AsSpan(used..end));
            used = end;
        }

        yield return new ArraySegment<HistoryPoint>(loose, used, loose.Length - used);
    }

    /// <summary>Points that have an item each, as servers wrote them before there were packs.</summary>
    private async Task<List<HistoryPoint>> SinglePointsAsync(
        string runId, string name, HistoryPlace? after, long max, CancellationToken cancellationToken)
    {
        var points = new List<HistoryPoint>();
        var query = table.MetricPoints.Query(MetricPointItem.Partition(runId), MetricPointItem.SortKey.StartsWith(name)).ConsistentRead();
        await foreach (var item in query.WithCancellation(cancellationToken))
        {
            var point = HistoryPoint.Of(item.ToPoint());
            if (after is { } last && HistoryPlace.Of(point).CompareTo(last) <= 0) continue;
            points.Add(point);
            if (points.Count >= max) break;
        }

        return points;
    }

    private static int CountUpTo(HistoryPoint[] points, HistoryPlace? after)
    {
        if (after is not { } place) return 0;
        var count = PointSet.CountBefore(points, place);
        return count < points.Length && HistoryPlace.Of(points[count]) == place ? count + 1 : count;
    }

    private static HistoryPlace? PlaceOf(string? token) => PageTokens.Decode(TokenKind, token, 1) is not { } parts ? null
        : HistoryPlace.TryParse(parts[0], out var place) ? place
        : throw PageTokens.Unknown();
}
