using DynamoToolkit;
using DynamoToolkit.Local;
using Microsoft.Extensions.Time.Testing;
using TrackingStore.Server;
using TrackingStore.Store;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>What merging in the background writes into the log when the store does not take its writes.</summary>
public sealed class MergeLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultKind.InternalError, 0)]
    [InlineData(FaultKind.Throttle, 1)]
    public async Task BatchesThatFail_AreNotALineForEachRun(FaultKind kind, int lines)
    {
        using var store = await TestStore.StartAsync();
        var log = new LogLines();
        // A batch that fails once has failed, and a minute does not pass.
        using var client = new DynamoClient(store, new DynamoClientOptions { TimeProvider = store.Clock, BatchAttempts = 1 });
        var table = new TrackingTable(client);
        var merge = new HistoryMerge(table, new SeriesWriter(table, new MetricSeries(table), new SeriesSizes()));
        using var service = new MergeService(merge, store.Queue, new FakeTimeProvider(), new TypedLog<MergeService>(log));
        var runs = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await store.CreateRunAsync());
            for (var step = 0; step < 3; step++) await store.Log.LogMetricsAsync(runs[run], [new("m", step, step, step)], Ct);
        }

        store.Engine.Faults.Inject(new LocalFault(kind) { Operations = ["BatchWriteItem"] });
        foreach (var run in runs) store.Queue.Add(run);
        await service.StartAsync(Ct);
        await Eventually.IsSoAsync(() => Task.FromResult(store.Engine.Faults.Struck >= runs.Count), "each run fails");

        // A run is merged again when its failure is in the log, or is not.
        store.Engine.Faults.Clear();
        foreach (var run in runs)
        {
            store.Queue.Add(run);
            await Eventually.IsSoAsync(async () => await store.Engine.BytesAsync("RUN#" + run, "PACK#") == 0, "the run is merged");
        }

        await service.StopAsync(Ct);
        Assert.Equal(lines, log.Lines.Count);
        Assert.DoesNotContain(log.Lines, line => line.Contains("with a trace", StringComparison.Ordinal));
    }
}
