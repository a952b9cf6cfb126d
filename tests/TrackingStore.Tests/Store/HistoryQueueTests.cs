using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>When runs come to their merge.</summary>
public sealed class HistoryQueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunThatIsMerged_ComesAgain_WhenThatHasEnded()
    {
        var queue = new HistoryQueue();
        await using var first = queue.TakeAsync(Ct).GetAsyncEnumerator(Ct);
        await using var second = queue.TakeAsync(Ct).GetAsyncEnumerator(Ct);
        queue.Add("a");
        queue.Add("a");
        Assert.True(await first.MoveNextAsync());
        queue.Add("a");
        queue.Add("b");
        Assert.True(await second.MoveNextAsync());
        Assert.Equal(("a", "b"), (first.Current, second.Current));
        var next = second.MoveNextAsync().AsTask();
        queue.Done("b");
        Assert.False(next.IsCompleted);
        queue.Done("a");
        Assert.True(await next);
        Assert.Equal("a", second.Current);
    }

    /// <summary>A run that ended, and whose merge failed, is found by who reads it.</summary>
    [Fact]
    public async Task Reader_OfManyBytes_BringsTheRunToItsMerge()
    {
        using var store = await TestStore.StartAsync();
        var queue = new HistoryQueue();
        var history = new HistoryStore(store.Table, store.Runs, new MetricSeries(store.Table), new SeriesSizes(), queue);
        var run = await store.CreateRunAsync();
        await using var runs = queue.TakeAsync(Ct).GetAsyncEnumerator(Ct);
        var next = runs.MoveNextAsync().AsTask();
        var random = new Random(1);
        for (var i = 0; i < 9; i++)
        {
            // Up to 30 KB do not bring it there.
            if (i < 4) await history.GetAsync(run, "m", null, null, Ct);
            Assert.False(next.IsCompleted);
            await store.Log.LogMetricsAsync(
                run, [.. Enumerable.Range(0, 1000).Select(step => new MetricPoint("m", random.NextDouble(), step * 997, step))], Ct);
        }

        await history.GetAsync(run, "m", null, null, Ct);
        Assert.True(await next.WaitAsync(TimeSpan.FromMinutes(3), Ct));
        Assert.Equal(run, runs.Current);
    }
}
