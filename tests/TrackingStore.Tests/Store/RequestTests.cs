using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>The requests of docs/tracking-store.md.</summary>
public sealed class RequestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logging_TakesTheRequestsOfThePage()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(30));
        var id = "";
        Assert.Equal("GetItem, TransactWriteItems", await store.RequestsOfAsync(async () => id = await store.CreateRunAsync()));
        Assert.Equal(
            "BatchWriteItem, GetItem, PutItem",
            await store.RequestsOfAsync(() => store.Log.LogMetricsAsync(id, [new MetricPoint("m", 1, 1, 1)], Ct)));
        Assert.Equal(
            "GetItem, PutItem", await store.RequestsOfAsync(() => store.Log.LogParamAsync(id, new NamedValue("p", "1"), Ct)));
        await store.Runs.SetTagAsync(id, new NamedValue("t", "1"), Ct);
        Assert.Equal("DeleteItem, 2 GetItem", await store.RequestsOfAsync(() => store.Runs.DeleteTagAsync(id, "t", Ct)));
        Assert.Equal(
            "3 BatchWriteItem, GetItem, 2 PutItem, TransactWriteItems",
            await store.RequestsOfAsync(() => store.Log.LogBatchAsync(
                id,
                [.. Enumerable.Range(0, 50).Select(i => new MetricPoint($"m{i % 2}", i, i, i))],
                [new NamedValue("q", "1"), new NamedValue("r", "1")],
                [new NamedValue("t", "1")],
                Ct)));
    }

    [Fact]
    public async Task Experiments_TakeTheRequestsOfThePage()
    {
        using var store = await TestStore.StartAsync();
        var id = "";
        Assert.Equal(
            "GetItem, TransactWriteItems, UpdateItem",
            await store.RequestsOfAsync(
                async () => id = await store.Experiments.CreateAsync("a", null, [new NamedValue("k", "v")], null, Ct)));
        Assert.Equal("GetItem, Query", await store.RequestsOfAsync(() => store.Experiments.GetAsync(id, Ct)));
        Assert.Equal("2 GetItem, Query", await store.RequestsOfAsync(() => store.Experiments.GetByNameAsync("a", Ct)));
        Assert.Equal("GetItem, TransactWriteItems", await store.RequestsOfAsync(() => store.Experiments.RenameAsync(id, "b", Ct)));
        Assert.Equal("GetItem, PutItem", await store.RequestsOfAsync(() => store.Experiments.RenameAsync(id, "b", Ct)));
        // A taken name costs two reads, and no id.
        Assert.Equal(
            "2 GetItem",
            await store.RequestsOfAsync(() => Assert.ThrowsAsync<TrackingException>(
                () => store.Experiments.CreateAsync("b", null, [], null, Ct))));
    }

    [Fact]
    public async Task DeletedRuns_TakeATransactionOnlyIfTheyExpire()
    {
        using var kept = await TestStore.StartAsync();
        var id = await kept.CreateRunAsync();
        Assert.Equal("GetItem, UpdateItem", await kept.RequestsOfAsync(() => kept.Runs.DeleteAsync(id, Ct)));
        Assert.Equal("GetItem, UpdateItem", await kept.RequestsOfAsync(() => kept.Runs.RestoreAsync(id, Ct)));

        using var expiring = await TestStore.StartAsync(TimeSpan.FromDays(1));
        id = await expiring.CreateRunAsync();
        Assert.Equal("GetItem, TransactWriteItems", await expiring.RequestsOfAsync(() => expiring.Runs.DeleteAsync(id, Ct)));
        Assert.Equal("GetItem", await expiring.RequestsOfAsync(() => expiring.Runs.DeleteAsync(id, Ct)));
        Assert.Equal("GetItem, TransactWriteItems", await expiring.RequestsOfAsync(() => expiring.Runs.RestoreAsync(id, Ct)));
        Assert.Equal("GetItem", await expiring.RequestsOfAsync(() => expiring.Runs.RestoreAsync(id, Ct)));
    }

    [Fact]
    public async Task Listings_ReadAsFarAsThePageNeeds()
    {
        using var store = await TestStore.StartAsync();
        for (var i = 0; i < 40; i++)
        {
            store.Clock.Advance(TimeSpan.FromSeconds(1));
            await store.Experiments.CreateAsync($"e{i}", null, [], null, Ct);
            await store.CreateRunAsync(start: i);
        }

        // One query of each shard of the index and one of each experiment's tags.
        var query = new ExperimentQuery(ExperimentFilter.Everything, ExperimentOrder.NewestFirst, null, 5, null);
        Assert.Equal("9 Query", await store.RequestsOfAsync(() => store.ExperimentSearch.SearchAsync(query, Ct)));

        // One query of each shard of the index and one of each run.
        var runs = new RunQuery(["0"], RunFilter.Everything, RunOrder.NewestFirst, LifecycleStage.Active, 4, null);
        Assert.Equal("8 Query", await store.RequestsOfAsync(() => store.RunSearch.SearchAsync(runs, Ct)));
    }
}
