using TrackingStore.History;

namespace TrackingStore.Store;

/// <summary>
/// Reads what a chart needs of a series: from the top of its levels downwards, as long as the next level is small enough. Whatever the
/// range, and however many points there are, that is at most about 100 KB.
/// </summary>
internal sealed class SeriesSummary(MetricSeries series, SeriesSizes sizes)
{
    /// <summary>Reads the buckets of a range.</summary>
    /// <returns>
    /// The level of the buckets, and those that overlap the range, in the order of the history; level 0 are single points.
    /// </returns>
    public async Task<(int Level, List<Bucket> Buckets)> ReadAsync(
        string runId, string name, ChartRange range, CancellationToken cancellationToken)
    {
        if (await series.FindWholeTopAsync(runId, name, cancellationToken) is not { } top) return (0, []);
        if (top.Level == 0) return (0, BucketsOf(top.DecodePoints(), range));
        var (level, groups, left) = (top.Level, top.DecodeBuckets(), sizes.MaxBucketsRead);
        HistoryPlace? end = null;
        while (true)
        {
            var first = groups.TakeWhile(group => !group.Buckets.Any(range.Overlaps)).Count();
            if (first == groups.Count) return (level, []);
            var last = groups.Count - 1 - groups.Reverse().TakeWhile(group => !group.Buckets.Any(range.Overlaps)).Count();
            var isAll = first == 0 && last == groups.Count - 1;
            (var from, end) = (groups[first].From, last + 1 < groups.Count ? groups[last + 1].From : end);
            groups = [.. groups.Take(last + 1).Skip(first)];
            var next = NextLevel(level, groups.Sum(group => group.Buckets.Length), left, isAll);
            if (next == level) return (level, [.. groups.SelectMany(group => group.Buckets).Where(range.Overlaps)]);

            var items = await series.ReadAsync(runId, name, next, from, end, null, cancellationToken).ToListAsync(cancellationToken);
            if (next == 0) return (0, BucketsOf(items.SelectMany(SeriesContent.DecodePoints), range));
            (level, groups) = (next, [.. items.SelectMany(SeriesContent.DecodeBuckets)]);
            left -= groups.Sum(group => group.Buckets.Length);
        }
    }

    /// <summary>
    /// The next level to read: the lowest that is small enough, or the next one if there the range may be found more exactly.
    /// </summary>
    private byte NextLevel(byte level, int buckets, int left, bool isAll)
    {
        var next = level;
        for (long count = buckets; next > 0 && (isAll || next == level); next--)
        {
            count *= next == 1 ? Bucket.Points : Bucket.Factor;
            if (count > (next == 1 ? sizes.MaxPointsRead : left)) break;
        }

        return next;
    }

    private static List<Bucket> BucketsOf(IEnumerable<HistoryPoint> points, ChartRange range) =>
        [.. points.Select(Bucket.Of).Where(range.Overlaps)];
}
