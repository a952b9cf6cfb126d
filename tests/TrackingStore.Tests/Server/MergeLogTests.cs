using DynamoToolkit.Local;
using TrackingStore.Server;
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
        using var service = new MergeService(store.Merge, store.Queue, TimeProvider.System, new TypedLog<MergeService>(log));
        var runs = new List<string>();
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await store.CreateRunAsync());
            for (var step = 0; step < 3; step++) await store.Log.LogMetricsAsync(runs[run], [new("m", step, step, step)], Ct);
        }

        store.Engine.Faults.Inject(new LocalFault(kind) { Operations = ["BatchWriteItem"] });
        foreach (var run in runs) store.Queue.Add(run);
        await service.StartAsync(Ct);
        // Until the client has given up all of its retries.
        for (var struck = -1L; struck != store.Engine.Faults.Struck || struck < runs.Count;)
        {
            struck = store.Engine.Faults.Struck;
            await Task.Delay(TimeSpan.FromSeconds(6), Ct);
        }

        await service.StopAsync(Ct);
        Assert.Equal(lines, log.Lines.Count);
        Assert.DoesNotContain(log.Lines, line => line.Contains("with a trace", StringComparison.Ordinal));
    }
}
