using TrackingStore.History;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>What is found in a range of steps: also where the range is empty, and where all points have the same time.</summary>
public sealed class HistoryRangeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_OfARangeAfterTheHistory_HasTheLoosePointsAlone()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        await store.LogSeriesAsync(run, "m", 0, 20_000);
        Assert.Empty(await store.Charts.SampleAsync(run, "m", 30_000, 40_000, Ct));
        await store.Log.LogMetricsAsync(run, [new("m", 1, 1, 35_000)], Ct);
        Assert.Equal([new HistoryPoint(1, 35_000, 1)], await store.Charts.SampleAsync(run, "m", 30_000, 40_000, Ct));
    }

    [Fact]
    public async Task Sample_OfNegativeSteps_FromZeroOn_IsEmpty()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        await store.LogSeriesAsync(run, "m", -20_000, 10_000);
        Assert.Empty(await store.Charts.SampleAsync(run, "m", 0, long.MaxValue, Ct));
    }

    [Fact]
    public async Task Sample_OfPointsOfOneTime_ReadsNoMoreThanOfOthers()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var random = new Random(1);
        foreach (var steps in Enumerable.Range(0, 40_000).Chunk(1000))
            await store.Log.LogMetricsAsync(run, [.. steps.Select(step => new MetricPoint("m", random.NextDouble(), 7, step))], Ct);
        await store.Merge.MergeAsync(run, Ct);
        IReadOnlyList<HistoryPoint> sample = [];
        var bytes = await store.QueriedBytesOfAsync(
            async () => sample = await store.Charts.SampleAsync(run, "m", 100, 39_000, Ct));
        Assert.Equal((100, 39_000), (sample[0].Step, sample[^1].Step));
        Assert.InRange(bytes, 1, 150_000);
    }
}
