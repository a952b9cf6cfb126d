using DynamoToolkit.Local.Server;
using TrackingStore.History;
using TrackingStore.Server;
using TrackingStore.Model;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Items of a series are missing or wrong: nobody waits for ever, hides it or answers with the rest.</summary>
public sealed class HistoryDamageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 9)]
    public async Task Merge_IntoAGap_IsAnError(int missing, int time)
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var (run, items) = await CreateAsync(store);
        await store.Table.MetricSeries.DeleteAsync(MetricSeriesItem.Key(run, "m", 0, items[missing].From), Ct);
        await LogTwiceAsync(store, run, time);
        Assert.Contains($"has a gap on level 0 at {items[missing].From}", await MergeErrorAsync(store, run), StringComparison.Ordinal);
        Assert.Equal(items.Count - 1, (await ItemsAsync(store, run, 0)).Count);
    }

    [Fact]
    public async Task Merge_BelowAMissingSummary_IsAnError()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var (run, items) = await CreateAsync(store);
        foreach (var item in await ItemsAsync(store, run, 1))
            await store.Table.MetricSeries.DeleteAsync(MetricSeriesItem.Key(run, "m", 1, item.From), Ct);
        await LogTwiceAsync(store, run, 9);
        var error = await MergeErrorAsync(store, run);
        Assert.Contains($"has a gap above the item of level 0 at {items[2].From}", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_OfAnItemThatEndsWhereItBegins_IsAnError()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var (run, items) = await CreateAsync(store);
        foreach (var at in (int[])[0, 2])
        {
            await store.Table.MetricSeries.PutAsync(Ending(items[at], items[at].From), Ct);
            var error = await Assert.ThrowsAsync<DamagedHistoryException>(() => store.History.GetAsync(run, "m", null, null, Ct));
            Assert.Contains($"at {items[at].From} of the metric 'm' of run {run} ends at", error.Message, StringComparison.Ordinal);
            await store.Table.MetricSeries.PutAsync(items[at], Ct);
        }
    }

    [Fact]
    public async Task Chart_WithoutTheTopOfThePyramid_IsAnError()
    {
        using var store = await TestStore.StartAsync(sizes: HistoryExtensions.Tiny);
        var (run, items) = await CreateAsync(store);
        for (var level = (byte)(await store.LevelsAsync(run) - 1); level > 0; level--)
        {
            foreach (var item in await ItemsAsync(store, run, level))
                await store.Table.MetricSeries.DeleteAsync(MetricSeriesItem.Key(run, "m", level, item.From), Ct);
        }

        var range = new ChartRange(ChartAxis.Step, 0, 100);
        await Assert.ThrowsAsync<DamagedHistoryException>(() => store.ChartAsync(run, "m", range, 100, Ct));
        await Assert.ThrowsAsync<DamagedHistoryException>(() => store.Charts.SampleAsync(run, "m", 0, 100, Ct));
        Assert.True(items.Count > 1);
    }

    [Fact]
    public async Task PackHistory_WithADamagedRun_PacksTheOthers_AndFails()
    {
        using var store = await TestStore.StartAsync();
        string[] runs = [await store.CreateRunAsync(), await store.CreateRunAsync(), await store.CreateRunAsync()];
        foreach (var run in runs) await LogTwiceAsync(store, run, 1);
        var pack = (await PacksAsync(store, runs[1]))[0];
        await store.Table.MetricPacks.PutAsync(new() { RunId = runs[1], PackId = pack.PackId, Data = pack.Data[..^1] }, Ct);
        await using var dynamo = await LocalDynamoServer.StartAsync(store.Engine, cancellationToken: Ct);
        await using var output = new StringWriter();
        Assert.Equal(1, await BackfillCommand.PackHistoryAsync(new() { Port = 0, Endpoint = dynamo.Endpoint }, null, output, Ct));
        var lines = output.ToString();
        Assert.Contains($"The history of run {runs[1]} could not be packed: The pack {pack.PackId}", lines, StringComparison.Ordinal);
        Assert.Contains("3 runs, 0 single points and 4 packs moved. Done", lines, StringComparison.Ordinal);
        int[] left = [0, 2, 0];
        Assert.Equal(left, await Task.WhenAll(runs.Select(async run => (await PacksAsync(store, run)).Count)));
    }

    private static async Task<(string Run, List<MetricSeriesItem> Items)> CreateAsync(TestStore store)
    {
        var run = await store.CreateRunAsync();
        await store.Log.LogMetricsAsync(run, [.. Enumerable.Range(0, 20).Select(i => new MetricPoint("m", i, i, i))], Ct);
        await store.Log.LogMetricsAsync(run, [new("m", 1, 100, 1)], Ct);
        Assert.Equal(2, await store.Merge.MergeAsync(run, Ct));
        return (run, await ItemsAsync(store, run, 0));
    }

    private static Task<List<MetricSeriesItem>> ItemsAsync(TestStore store, string run, byte level) =>
        store.Table.MetricSeries.Query(MetricSeriesItem.Partition(run), MetricSeriesItem.SortKey.StartsWith("m", level)).ToListAsync(Ct);

    private static Task<List<MetricPackItem>> PacksAsync(TestStore store, string run) =>
        store.Table.MetricPacks.Query(MetricPackItem.Partition(run)).ToListAsync(Ct);

    private static async Task LogTwiceAsync(TestStore store, string run, int time)
    {
        for (var i = 0; i < 2; i++) await store.Log.LogMetricsAsync(run, [new("m", 500 + i, time, time)], Ct);
    }

    private static async Task<string> MergeErrorAsync(TestStore store, string run) => (await Assert.ThrowsAsync<DamagedHistoryException>(
        () => store.Merge.MergeAsync(run, Ct).WaitAsync(TimeSpan.FromMinutes(3), Ct))).Message;

    private static MetricSeriesItem Ending(MetricSeriesItem item, string to) => new()
    {
        RunId = item.RunId,
        Name = item.Name,
        Level = item.Level,
        From = item.From,
        To = to,
        Version = item.Version,
        Data = item.Data,
    };
}
