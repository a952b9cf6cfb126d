using DynamoToolkit;
using TrackingStore.History;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Writers, mergers and readers of one run at the same time. What was acknowledged stays there, once.</summary>
public sealed class HistoryRaceTests
{
    private const string Metric = "m";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WritersMergersAndReaders_LoseAndDoubleNothing()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var run = await store.CreateRunAsync();
        var acknowledged = new HashSet<HistoryPoint>();
        var gate = new Lock();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Task[] others =
        [
            .. Enumerable.Range(0, 3).Select(_ => Task.Run(MergeAsync, Ct)),
            .. Enumerable.Range(0, 3).Select(reader => Task.Run(() => ReadAsync(reader), Ct)),
        ];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(writer), Ct)));
        await end.CancelAsync();
        await Task.WhenAll(others);
        await store.Merge.MergeAsync(run, Ct);

        Assert.Equal(acknowledged.Order(), (await store.History.GetAsync(run, Metric, null, null, Ct)).Points);
        Assert.Equal(8 * 40 * 3, acknowledged.Count);
        await store.CheckSeriesAsync(run, HistoryExtensions.Tiny);

        async Task WriteAsync(int writer)
        {
            var random = new Random(writer);
            for (var i = 0; i < 40; i++)
            {
                // Now at the end of the history, now somewhere before it.
                var points = Enumerable.Range(0, 3).Select(n => new MetricPoint(
                    Metric, (1000 * i) + n, i % 3 == 0 ? random.Next(1000) : 1000 + i, writer)).ToList();
                await store.Log.LogMetricsAsync(run, points, Ct);
                if (i % 5 == 0) await store.Log.LogMetricsAsync(run, points, Ct);
                lock (gate) acknowledged.UnionWith(points.Select(HistoryPoint.Of));
            }
        }

        async Task MergeAsync()
        {
            while (!end.IsCancellationRequested)
            {
                await store.Merge.MergeAsync(run, Ct);
                await Task.Yield();
            }
        }

        async Task ReadAsync(int reader)
        {
            while (!end.IsCancellationRequested)
            {
                HistoryPoint[] before;
                lock (gate) before = [.. acknowledged];
                var points = reader == 0
                    ? (await store.History.GetAsync(run, Metric, null, null, Ct)).Points
                    : await store.History.PagesAsync(run, Metric, 10 * reader);
                Assert.Equal(points.Distinct().Order(), points);
                Assert.Subset(points.ToHashSet(), before.ToHashSet());
                if (before.Length == 0) continue;
                var chart = await store.ChartAsync(
                    run, Metric, new ChartRange(ChartAxis.Timestamp, long.MinValue, long.MaxValue), 2500, Ct);
                Assert.InRange(before.Max(point => point.Value), 0, chart.Buckets.Max(bucket => bucket.Max));
                Assert.InRange(before.Min(point => point.Value), chart.Buckets.Min(bucket => bucket.Min), double.MaxValue);
            }
        }
    }

    /// <summary>A merge may end after any of its requests; whoever comes next finishes it.</summary>
    [Fact]
    public async Task Merge_InterruptedAnywhere_IsFinishedByTheNext()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var run = await store.CreateRunAsync();
        var expected = new HashSet<HistoryPoint>();
        var (interruptions, random) = (0, new Random(1));
        for (var requests = 1; requests < 60; requests++)
        {
            for (var i = 0; i < 3; i++)
            {
                var point = new MetricPoint(Metric, requests, random.Next(200), i);
                await store.Log.LogMetricsAsync(run, [point], Ct);
                expected.Add(HistoryPoint.Of(point));
            }

            using var cut = new CutTransport(store, requests % 20);
            using var client = new DynamoClient(cut);
            var table = new TrackingTable(client);
            try
            {
                await new HistoryMerge(table, new SeriesWriter(table, new MetricSeries(table), HistoryExtensions.Tiny)).MergeAsync(run, Ct);
            }
            catch (Exception e) when (e is IOException or BatchWriteException)
            {
                interruptions++;
            }

            Assert.Equal(expected.Order(), (await store.History.GetAsync(run, Metric, null, null, Ct)).Points);
            await store.CheckSeriesAsync(run, HistoryExtensions.Tiny);
        }

        Assert.InRange(interruptions, 20, 60);
    }
}
