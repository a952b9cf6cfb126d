using TrackingStore.History;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>What docs/tracking-store.md says that history costs, in units and bytes that are the same on every machine.</summary>
public sealed class HistoryBudgetTests
{
    private const int MaxBytes = 100 * 1000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One unit for each latest point, and one for each kilobyte of the pack.</summary>
    [Theory]
    [InlineData(1000, 10, 21)]
    [InlineData(10, 10, 11)]
    [InlineData(1, 1, 2)]
    public async Task LogBatch_TakesTheUnitsOfThePage(int points, int metrics, double expected)
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        var random = new Random(1);
        var batch = Enumerable.Range(0, points).Select(i => new MetricPoint(
            $"metric{i % metrics}", random.NextDouble(), 1_700_000_000_000 + (i * 997L), i / metrics)).ToList();
        Assert.Equal(expected, await store.WriteUnitsOfAsync(() => store.Log.LogBatchAsync(run, batch, [], [], Ct)));
    }

    [Fact]
    public async Task Points_AtRest_TakeTheBytesOfThePage()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        await store.LogSeriesAsync(run, "m", 0, 100_000, mergeEvery: 10);
        var bytes = await store.Engine.BytesAsync("RUN#" + run, "SERIES#");
        Assert.Equal(0, await store.Engine.BytesAsync("RUN#" + run, "PACK#"));
        Assert.InRange(bytes / 100_000.0, 8, 13);
    }

    [Fact]
    public async Task Chart_OfAMillionPoints_ReadsTheBytesOfThePage_AtAnyZoom()
    {
        const int count = 1_000_000;
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        await store.LogSeriesAsync(run, "m", 0, count);
        var sizes = new List<int>();
        for (long length = count; length >= 100; length /= 3)
        {
            foreach (var start in (long[])[0, (count - length) / 2, count - length])
            {
                var range = new ChartRange(ChartAxis.Step, start, start + length - 1);
                Chart? chart = null;
                var bytes = await store.QueriedBytesOfAsync(async () => chart = await store.ChartAsync(run, "m", range, 2500, Ct));
                Assert.InRange(bytes, 1, MaxBytes);
                Assert.InRange(chart!.Buckets.Count, Math.Min(80, length), 2500);
                Assert.InRange(chart.Buckets[0].MaxStep, start, start + (length / 20) + 1);
                Assert.InRange(chart.Buckets[^1].MaxStep, start + length - 1 - (length / 20), start + length + (length / 20));
                sizes.Add(chart.Buckets.Count);
            }
        }

        Assert.Equal([1954, 1954, 1954], sizes[..3]);

        // MLflow's endpoint for charts reads as little, and the last points of the buckets are among the history.
        IReadOnlyList<HistoryPoint> sample = [];
        var sampled = await store.QueriedBytesOfAsync(
            async () => sample = await store.Charts.SampleAsync(run, "m", 0, long.MaxValue, Ct));
        Assert.InRange(sampled, 1, MaxBytes + 50_000);
        Assert.Equal((0, count - 1), (sample[0].Step, sample[^1].Step));
        Assert.InRange(sample.Count, 1954, 1958);
        var whole = (await store.History.OfRunAsync(run, "m", int.MaxValue, Ct)).ToHashSet();
        Assert.Equal(count, whole.Count);
        Assert.Subset(whole, sample.ToHashSet());
    }

    /// <summary>A run that logs ten metrics at each of its steps: packs, latest points, and what merging them costs.</summary>
    [Fact]
    public async Task Merging_TakesTheUnitsOfThePage()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        const int steps = 640;
        var logging = await store.WriteUnitsOfAsync(async () => await LogAsync(merges: false));
        Assert.Equal(11 * steps, logging);
        var again = await store.CreateRunAsync();
        run = again;
        var both = await store.WriteUnitsOfAsync(async () => await LogAsync(merges: true));
        Assert.InRange((both - logging) / steps, 1, 3);

        async Task LogAsync(bool merges)
        {
            for (var step = 0; step < steps; step++)
            {
                var points = Enumerable.Range(0, 10).Select(i => new MetricPoint($"m{i}", Math.Sqrt(step + i), 1000 * step, step));
                await store.Log.LogBatchAsync(run, [.. points], [], [], Ct);
                if (merges && step % 64 == 63) await store.Merge.MergeAsync(run, Ct);
            }
        }
    }

    /// <summary>
    /// A run that logs 100 metrics of long names at each of its steps, after 2,000 steps: a merge writes 100 items that are large by then,
    /// so it must be rare.
    /// </summary>
    [Fact]
    public async Task Merging_OfManyMetrics_TakesNoMoreThanLogging()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.CreateRunAsync();
        const int metrics = 100;
        const int known = 2000;
        const int steps = 600;
        for (var i = 0; i < metrics; i++) await store.LogSeriesAsync(run, NameOf(i), 0, known);
        var (logging, merging, merges) = (0.0, 0.0, 0);
        for (var step = known; step < known + steps; step++)
        {
            var time = 1_800_000_000_000 + (step * 997L);
            var points = Enumerable.Range(0, metrics).Select(i => new MetricPoint(NameOf(i), Math.Sqrt(step + i), time, step));
            logging += await store.WriteUnitsOfAsync(() => store.Log.LogBatchAsync(run, [.. points], [], [], Ct));
            if (!store.Queue.TryTake(out _)) continue;
            merging += await store.WriteUnitsOfAsync(() => store.Merge.MergeAsync(run, Ct));
            merges++;
            store.Queue.Done(run);
        }

        TestContext.Current.SendDiagnosticMessage($"{logging / steps:0.0} units for logging, {merging / steps:0.0} for {merges} merges");
        Assert.InRange(merging / logging, 0.05, 1);
        Assert.InRange(merging / steps, 20, 100);

        static string NameOf(int i) => $"model/layers/{i:000}/attention/self/gradient_norm/mean";
    }
}
