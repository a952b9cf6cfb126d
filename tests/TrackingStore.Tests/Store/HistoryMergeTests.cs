using DynamoToolkit;
using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>How packs become series, and what is found if something is wrong with them.</summary>
public sealed class HistoryMergeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Merge_MakesOneItemOfMany_AndDoesNotTouchWhatItCannotImprove()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var items = await store.Engine.CountAsync("RUN#" + run);
        MetricPoint[] points = [new("a", 1, 1, 1), new("b", 1, 1, 1)];
        await store.Log.LogMetricsAsync(run, points, Ct);
        Assert.Equal(0, await store.Merge.MergeAsync(run, Ct));
        await store.Log.LogMetricsAsync(run, points, Ct);
        Assert.Equal(items + 3, await store.Engine.CountAsync("RUN#" + run));

        await store.Log.LogMetricsAsync(run, [new("a", 2, 2, 2)], Ct);
        await store.Log.LogMetricsAsync(run, [new("b", 2, 2, 2)], Ct);
        Assert.Equal(3, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal(items + 4, await store.Engine.CountAsync("RUN#" + run));
        Assert.Equal([1, 2], (await store.History.GetAsync(run, "a", null, null, Ct)).Points.Select(point => point.Step));

        // A request that is repeated after the merge changes nothing either.
        for (var i = 0; i < 3; i++) await store.Log.LogMetricsAsync(run, [new("a", 2, 2, 2)], Ct);
        await store.Log.LogMetricsAsync(run, [new("a", 1, 1, 1)], Ct);
        Assert.Equal(2, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal([1, 2], (await store.History.GetAsync(run, "a", null, null, Ct)).Points.Select(point => point.Step));
        Assert.Equal(items + 4, await store.Engine.CountAsync("RUN#" + run));
    }

    [Fact]
    public async Task SinglePointsFromBefore_AreReadWithOthers_AndConverted()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var points = Enumerable.Range(0, 3000).Select(i => new MetricPoint("m", i, i / 2, i)).ToList();
        var single = points.Where((_, i) => i % 3 > 0).Select(point => HistoryExtensions.SingleOf(run, point));
        await store.Table.Client.BatchAsync([.. single.Select(store.Table.MetricPoints.Put)], Ct);
        await store.Log.LogMetricsAsync(run, [.. points.Where((_, i) => i % 3 < 2).Take(1000)], Ct);
        await store.Log.LogMetricsAsync(run, [.. points.Where((_, i) => i % 3 < 2).Skip(1000)], Ct);
        HistoryPoint[] expected = [.. points.Select(HistoryPoint.Of).Order()];
        Assert.Equal(expected, (await store.History.GetAsync(run, "m", null, null, Ct)).Points);
        Assert.Equal(expected, await store.History.PagesAsync(run, "m", 700));

        Assert.Equal(2, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal(expected, await store.History.PagesAsync(run, "m", 700));
        Assert.Equal(2000, await store.Merge.ConvertAsync(run, Ct));
        Assert.Equal(expected, await store.History.PagesAsync(run, "m", 700));
        Assert.Empty(await store.Table.MetricPoints.Query(MetricPointItem.Partition(run)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Backfill_PacksAllRuns_FromAnExperimentOn()
    {
        using var store = await TestStore.StartAsync();
        var second = await store.Experiments.CreateAsync("second", null, [], null, Ct);
        string[] runs = [await store.CreateRunAsync(), await store.CreateRunAsync(second), await store.CreateRunAsync(second)];
        foreach (var run in runs)
        {
            await store.Table.MetricPoints.PutAsync(HistoryExtensions.SingleOf(run, new("m", 1, 1, 1)), Ct);
            for (var i = 2; i < 5; i++) await store.Log.LogMetricsAsync(run, [new("m", i, i, i)], Ct);
        }

        var progress = new List<HistoryProgress>();
        var backfill = new HistoryBackfill(store.Table, store.Merge);
        await backfill.RunAsync(second, KeepAsync, FailAsync, Ct);
        Assert.Equal([new HistoryProgress(2, 2, 6, null)], progress);
        await backfill.RunAsync(null, KeepAsync, FailAsync, Ct);
        Assert.Equal([new HistoryProgress(1, 1, 3, second), new HistoryProgress(3, 1, 3, null)], progress[1..]);
        foreach (var run in runs)
        {
            Assert.Equal([1, 2, 3, 4], (await store.History.GetAsync(run, "m", null, null, Ct)).Points.Select(point => point.Step));
            Assert.Single(await store.Table.MetricSeries.Query(MetricSeriesItem.Partition(run)).ToListAsync(Ct));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => backfill.RunAsync("x", KeepAsync, FailAsync, Ct));

        Task KeepAsync(HistoryProgress one)
        {
            progress.Add(one);
            return Task.CompletedTask;
        }

        static Task FailAsync(string run, DamagedHistoryException error) => throw error;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Merge_OfARunThatIsRemovedMeanwhile_LeavesNothing(bool hasSeries)
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1), sizes: HistoryExtensions.Tiny);
        var run = await store.CreateRunAsync();
        for (var i = 0; i < 10; i++)
        {
            await store.Log.LogMetricsAsync(run, [new("m", i, i, i)], Ct);
            if (hasSeries && i == 4) await store.Merge.MergeAsync(run, Ct);
        }

        await store.Runs.DeleteAsync(run, Ct);
        store.Before = (DynamoOperation.TransactWriteItems, PurgeAsync);
        Assert.Equal(0, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal(0, await store.Engine.CountAsync("RUN#" + run));

        async Task PurgeAsync()
        {
            store.Clock.Advance(TimeSpan.FromDays(2));
            Assert.Equal(1, await store.PurgeAsync(Ct));
        }
    }

    [Fact]
    public async Task DamagedItems_AreErrorsThatNameThem()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var run = await store.CreateRunAsync();
        await store.Log.LogMetricsAsync(run, [.. Enumerable.Range(0, 20).Select(i => new MetricPoint("m", i, i, i))], Ct);
        await store.Log.LogMetricsAsync(run, [new("m", 1, 100, 1)], Ct);
        var pack = (await store.Table.MetricPacks.Query(MetricPackItem.Partition(run)).ToListAsync(Ct))[0];
        await store.Table.MetricPacks.PutAsync(new() { RunId = run, PackId = pack.PackId, Data = pack.Data[..^1] }, Ct);
        Assert.Contains(pack.PackId, await ErrorAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DamagedHistoryException>(() => store.Merge.MergeAsync(run, Ct));
        await store.Table.MetricPacks.PutAsync(pack, Ct);
        Assert.Equal(2, await store.Merge.MergeAsync(run, Ct));

        var series = await store.Table.MetricSeries
            .Query(MetricSeriesItem.Partition(run), MetricSeriesItem.SortKey.StartsWith("m", (byte)0)).ToListAsync(Ct);
        await store.Table.MetricSeries.DeleteAsync(MetricSeriesItem.Key(run, "m", 0, series[2].From), Ct);
        Assert.Contains($"has a gap on level 0 at {series[2].From}", await ErrorAsync(), StringComparison.Ordinal);

        async Task<string> ErrorAsync() => (await Assert.ThrowsAsync<DamagedHistoryException>(
            () => store.History.GetAsync(run, "m", null, null, Ct))).Message;
    }

    /// <summary>A run that is removed while its history is read is gone, and not damaged.</summary>
    [Fact]
    public async Task Read_OfARunThatIsRemovedMeanwhile_FindsNoRun()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var run = await store.CreateRunAsync();
        await store.Log.LogMetricsAsync(run, [.. Enumerable.Range(0, 20).Select(i => new MetricPoint("m", i, i, i))], Ct);
        await store.Log.LogMetricsAsync(run, [new("m", 1, 100, 1)], Ct);
        await store.Merge.MergeAsync(run, Ct);
        var series = await store.Table.MetricSeries
            .Query(MetricSeriesItem.Partition(run), MetricSeriesItem.SortKey.StartsWith("m", (byte)0)).ToListAsync(Ct);
        await store.Table.MetricSeries.DeleteAsync(MetricSeriesItem.Key(run, "m", 0, series[2].From), Ct);
        await store.Table.Runs.DeleteAsync(RunItem.Key(run), Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.History.OfRunAsync(run, "m", 100, Ct));
        Assert.IsType<TrackingError.RunMissing>(error.Error);
    }

    /// <summary>Logging brings a run to its merge after some 64 requests, or 32 KB.</summary>
    [Theory]
    [InlineData(1, 64)]
    [InlineData(300, 10)]
    public async Task Logging_BringsRunsToTheirMerge(int points, int expected)
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var due = 0;
        for (var i = 0; i < 2000 / points * 10; i++)
        {
            var batch = Enumerable.Range(0, points).Select(n => new MetricPoint("m", Math.Sqrt((points * i) + n), i, n)).ToList();
            await store.Log.LogMetricsAsync(run, batch, Ct);
            if (!store.Queue.TryTake(out var taken)) continue;
            Assert.Equal(run, taken);
            due++;
            store.Queue.Done(run);
        }

        Assert.InRange(2000 / points * 10 / Math.Max(due, 1), expected / 2, expected * 2);
    }
}
