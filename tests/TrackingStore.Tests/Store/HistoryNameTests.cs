using TrackingStore.Model;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Names of metrics in letters of four bytes: those that fit into a key, and those that do not.</summary>
public sealed class HistoryNameTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Letter = "\U00020000";

    private static readonly string Longest = string.Concat(Enumerable.Repeat(Letter, Limits.MetricNameBytes / 4));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LongestName_IsMergedAndRead()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        for (var i = 0; i < 3; i++) await store.Log.LogMetricsAsync(run, [new(Longest, i, i, i)], Ct);
        Assert.Equal(3, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal(3, (await store.History.GetAsync(run, Longest, null, null, Ct)).Points.Count);
    }

    /// <summary>Servers took longer names before. Their history was never readable; it must not stop that of other metrics.</summary>
    [Theory]
    [InlineData(Letter)]
    [InlineData("#")]
    public async Task LongerName_ReadsAsEmpty_AndDoesNotStopTheMergeOfOthers(string more)
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        for (var i = 0; i < 3; i++)
        {
            await store.Log.LogMetricsAsync(run, [new(Longest + more, i, i, i)], Ct);
            await store.Log.LogMetricsAsync(run, [new("m", i, i, i)], Ct);
        }

        Assert.Equal(3, await store.Merge.MergeAsync(run, Ct));
        Assert.Equal(3, (await store.History.GetAsync(run, "m", null, null, Ct)).Points.Count);
        Assert.Equal(3, await store.Table.MetricPacks.Query(MetricPackItem.Partition(run)).CountAsync(Ct));
        Assert.Empty((await store.History.GetAsync(run, Longest + more, null, null, Ct)).Points);
        Assert.Empty(await store.History.OfRunAsync(run, Longest + more, 10, Ct));
        Assert.Empty(await store.Charts.SampleAsync(run, Longest + more, 0, 10, Ct));
    }

    [Fact]
    public async Task LogMetric_WithALongerName_IsRefused()
    {
        var client = server.Client;
        var run = await client.CreateRunAsync();
        (await client.PostAsync("runs/log-metric", new { run_id = run, key = Longest, value = 1, timestamp = 1 })).Ok();
        (await client.PostAsync("runs/log-metric", new { run_id = run, key = Longest + Letter, value = 1, timestamp = 1 })).Is(
            400, "INVALID_PARAMETER_VALUE", "'Metric name' exceeds the maximum length of 964 bytes in UTF-8");
    }
}
