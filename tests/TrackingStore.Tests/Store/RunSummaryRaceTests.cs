using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>
/// Writers log to a run, and two servers summarize it after each change. However they interleave, the last summary has everything.
/// </summary>
public sealed class RunSummaryRaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Summary_AfterManyChangesAtOnce_IsWhatWasLogged()
    {
        using var store = await TestStore.StartAsync();
        RunSummaries[] servers = [new(store.Table), new(store.Table)];
        for (var round = 0; round < 10; round++)
        {
            var id = await store.CreateRunAsync();
            await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
            {
                for (var i = 0; i < 5; i++)
                {
                    // Values come again, so that an old summary can look like a new one.
                    await store.Runs.SetTagAsync(id, new NamedValue($"t{writer % 3}", $"{i % 2}"), Ct);
                    await servers[writer % 2].RefreshAsync(id, Ct);
                    await store.Log.LogMetricsAsync(id, [new MetricPoint($"m{writer % 4}", i, i, i)], Ct);
                    await servers[(writer + i) % 2].RefreshAsync(id, Ct);
                }
            }));
            var run = await store.Runs.GetAsync(id, Ct);
            Assert.Equal(SummaryBytes.Write([.. run.Data]), run.Run.Summary);
        }
    }

    [Fact]
    public async Task Refresh_ThatOvertakesAnother_IsNotUndone()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        await store.Runs.SetTagAsync(id, new NamedValue("t", "old"), Ct);

        // Before the first server writes what it has read, the tag changes, and the second server summarizes that.
        store.Before = (DynamoToolkit.Transport.DynamoOperation.UpdateItem, async () =>
        {
            await store.Runs.SetTagAsync(id, new NamedValue("t", "new"), Ct);
            await new RunSummaries(store.Table).RefreshAsync(id, Ct);
        }
        );
        await store.Summaries.RefreshAsync(id, Ct);
        Assert.True(RunSummary.Of(await store.Runs.RequireAsync(id, Ct)).TryGetTag("t", out var tag));
        Assert.Equal("new", tag);
    }

    [Fact]
    public async Task Refresh_OfARunThatIsGone_DoesNothing()
    {
        using var store = await TestStore.StartAsync();
        var id = RunIds.Create();
        await store.Summaries.RefreshAsync(id, Ct);
        await store.Table.RunTags.PutAsync(new RunTagItem { RunId = id, Name = "t", Value = "v" }, Ct);
        await store.Summaries.RefreshAsync(id, Ct);
        Assert.Null(await store.Table.Runs.GetAsync(RunItem.Key(id), consistentRead: true, Ct));
    }
}
