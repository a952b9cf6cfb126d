using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>Ways of reading and filling histories that several tests share.</summary>
internal static class HistoryExtensions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sizes with which few points make many levels.</summary>
    public static SeriesSizes Tiny { get; } = new() { PointsPerItem = 4, BucketsPerItem = 4, MaxBucketsRead = 40, MaxPointsRead = 200 };

    /// <summary>A metric's history, read page by page.</summary>
    public static async Task<List<HistoryPoint>> PagesAsync(this HistoryStore history, string runId, string name, int size)
    {
        var (points, token) = (new List<HistoryPoint>(), (string?)null);
        do
        {
            (var page, token) = await history.GetAsync(runId, name, size, token, Ct);
            Assert.True(token is null || page.Count == size);
            points.AddRange(page);
        }
        while (token is not null);
        return points;
    }

    /// <summary>A point as servers wrote it before there were packs.</summary>
    public static MetricPointItem SingleOf(string runId, MetricPoint point) => new()
    {
        RunId = runId,
        Name = point.Name,
        Timestamp = point.Timestamp,
        Step = point.Step,
        Value = SortableDouble.Encode(point.Value),
    };

    /// <summary>The chart of one metric of one run.</summary>
    public static async Task<Chart> ChartAsync(
        this TestStore store, string runId, string name, ChartRange range, int maxBuckets, CancellationToken cancellationToken) =>
        (await store.Charts.GetAllAsync([runId], [name], _ => range, maxBuckets, cancellationToken))[0].Chart;

    /// <summary>How many levels the series of a run have, at most.</summary>
    public static async Task<int> LevelsAsync(this TestStore store, string runId)
    {
        var items = await store.Table.MetricSeries.Query(MetricSeriesItem.Partition(runId)).ConsistentRead().ToListAsync(Ct);
        return items.Count == 0 ? 0 : items.Max(item => item.Level) + 1;
    }

    /// <summary>
    /// Makes sure that a run's series are as they should be: chains without gaps, items that are not too large, and on each level exactly
    /// the summaries of the level below.
    /// </summary>
    public static async Task CheckSeriesAsync(this TestStore store, string runId, SeriesSizes sizes)
    {
        var items = await store.Table.MetricSeries.Query(MetricSeriesItem.Partition(runId)).ConsistentRead().ToListAsync(Ct);
        foreach (var metric in items.GroupBy(item => item.Name))
        {
            var levels = metric.GroupBy(item => item.Level).OrderBy(level => level.Key).Select(level => level.ToList()).ToList();
            Assert.Single(levels[^1]);
            for (var level = 0; level < levels.Count; level++)
            {
                var chain = levels[level];
                Assert.All(chain, item => Assert.Equal(level, item.Level));
                string[] begins = [HistoryPlace.First.ToString(), .. chain.SkipLast(1).Select(item => item.To!)];
                Assert.Equal(begins, chain.Select(item => item.From));
                Assert.Null(chain[^1].To);
                if (level == 0) Assert.All(chain, item => Assert.InRange(item.DecodePoints().Length, 1, sizes.PointsPerItem));
                else Assert.Equal(SummariesOf(levels[level - 1]), ShownBy(chain));
            }
        }
    }

    private static IEnumerable<string> SummariesOf(IEnumerable<MetricSeriesItem> below) => below.Select(item => Show(
        item.From,
        item.Level == 0
            ? Bucket.Summarize(item.DecodePoints())
            : Bucket.Condense(item.DecodeBuckets().SelectMany(group => group.Buckets))));

    private static IEnumerable<string> ShownBy(IEnumerable<MetricSeriesItem> chain) =>
        chain.SelectMany(item => item.DecodeBuckets()).Select(group => Show(group.From.ToString(), group.Buckets));

    private static string Show(string from, IEnumerable<Bucket> buckets) => $"{from}: {string.Join("; ", buckets)}";

    /// <summary>Logs a metric step by step, from a step on, with 1,000 points a request, and merges now and then.</summary>
    public static async Task LogSeriesAsync(this TestStore store, string runId, string name, int from, int count, int mergeEvery = 50)
    {
        var random = new Random(from + count);
        var requests = 0;
        foreach (var steps in Enumerable.Range(from, count).Chunk(1000))
        {
            var points = steps.Select(step => new MetricPoint(name, random.NextDouble(), 1_700_000_000_000 + (step * 997L), step));
            await store.Log.LogMetricsAsync(runId, [.. points], Ct);
            if (++requests % mergeEvery == 0) await store.Merge.MergeAsync(runId, Ct);
        }

        await store.Merge.MergeAsync(runId, Ct);
    }
}
