using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.History;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
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
        Assert.Equal(
            "BatchWriteItem, GetItem, TransactWriteItems", await store.RequestsOfAsync(async () => id = await store.CreateRunAsync()));
        Assert.Equal(
            "GetItem, 2 PutItem",
            await store.RequestsOfAsync(() => store.Log.LogMetricsAsync(id, [new MetricPoint("m", 1, 1, 1)], Ct)));
        Assert.Equal(
            "GetItem, PutItem", await store.RequestsOfAsync(() => store.Log.LogParamAsync(id, new NamedValue("p", "1"), Ct)));
        await store.Runs.SetTagAsync(id, new NamedValue("t", "1"), Ct);
        Assert.Equal("DeleteItem, 2 GetItem", await store.RequestsOfAsync(() => store.Runs.DeleteTagAsync(id, "t", Ct)));
        Assert.Equal(
            "BatchWriteItem, GetItem, 3 PutItem, TransactWriteItems",
            await store.RequestsOfAsync(() => store.Log.LogBatchAsync(
                id,
                [.. Enumerable.Range(0, 50).Select(i => new MetricPoint($"m{i % 2}", i, i, i))],
                [new NamedValue("q", "1"), new NamedValue("r", "1")],
                [new NamedValue("t", "1")],
                Ct)));
    }

    [Fact]
    public async Task Charts_ReadThePacksOfARunOnce()
    {
        using var store = await TestStore.StartAsync();
        string[] names = ["a", "b", "c"];
        string[] runs = [await store.CreateRunAsync(), await store.CreateRunAsync()];
        foreach (var run in runs)
            await store.Log.LogMetricsAsync(run, [.. names.Select((name, i) => new MetricPoint(name, i, 1, 1))], Ct);
        var range = new ChartRange(ChartAxis.Step, long.MinValue, long.MaxValue);
        // Of each run the packs, and of each chart single points and the top of the pyramid.
        Assert.Equal("2 GetItem, 14 Query", await store.RequestsOfAsync(async () =>
        {
            var charts = await store.Charts.GetAllAsync(runs, names, _ => range, 10, Ct);
            Assert.Equal(
                runs.SelectMany(run => names.Select((name, i) => (run, name, (double)i))),
                charts.Select(one => (one.RunId, one.Name, Assert.Single(one.Chart.Buckets).Last)));
        }));
    }

    /// <summary>The units of docs/tracking-store.md: an index of a name of n characters has n + 1 items.</summary>
    [Theory]
    [InlineData("r", 10)]
    [InlineData("amazing-penguin-417", 28)]
    public async Task CreatingARun_TakesTheUnitsOfThePage(string name, double expected)
    {
        using var store = await TestStore.StartAsync();
        var id = "";
        var run = new NewRun("0", "u", name, 1, [new NamedValue(RunNames.Tag, name)]);
        Assert.Equal(expected, await store.WriteUnitsOfAsync(async () => id = (await store.Runs.CreateAsync(run, Ct)).Run.RunId));
        Assert.Equal(2, await store.WriteUnitsOfAsync(() => store.Runs.UpdateAsync(id, RunStatus.FINISHED, 2, null, Ct)));
        Assert.Equal(2, await store.WriteUnitsOfAsync(() => store.Log.LogMetricsAsync(id, [new MetricPoint("m", 1, 1, 1)], Ct)));
        Assert.Equal(2, await store.WriteUnitsOfAsync(() => store.Runs.DeleteAsync(id, Ct)));
    }

    [Fact]
    public async Task Experiments_TakeTheRequestsOfThePage()
    {
        using var store = await TestStore.StartAsync();
        var id = "";
        Assert.Equal(
            "BatchWriteItem, GetItem, TransactWriteItems, UpdateItem",
            await store.RequestsOfAsync(
                async () => id = await store.Experiments.CreateAsync("a", null, [new NamedValue("k", "v")], null, Ct)));
        Assert.Equal("GetItem, Query", await store.RequestsOfAsync(() => store.Experiments.GetAsync(id, Ct)));
        Assert.Equal("2 GetItem, Query", await store.RequestsOfAsync(() => store.Experiments.GetByNameAsync("a", Ct)));
        Assert.Equal(
            "2 BatchWriteItem, GetItem, TransactWriteItems", await store.RequestsOfAsync(() => store.Experiments.RenameAsync(id, "b", Ct)));
        Assert.Equal("GetItem, PutItem", await store.RequestsOfAsync(() => store.Experiments.RenameAsync(id, "b", Ct)));
        // A taken name costs two reads, and no id.
        Assert.Equal(
            "2 GetItem",
            await store.RequestsOfAsync(() => Assert.ThrowsAsync<TrackingException>(
                () => store.Experiments.CreateAsync("b", null, [], null, Ct))));
    }

    [Fact]
    public async Task LoggedModels_TakeTheRequestsOfThePage()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] values = [new("a", "1"), new("b", "2")];
        var (models, id) = (store.LoggedModels, "");
        var model = new NewLoggedModel("0", "n", null, null, values, values);
        Assert.Equal(
            "GetItem, TransactWriteItems",
            await store.RequestsOfAsync(async () => id = (await models.CreateAsync(model, Ct)).Item.ModelId));
        const string one = "BatchGetItem, GetItem, TransactWriteItems";
        Assert.Equal(one, await store.RequestsOfAsync(() => models.SetTagsAsync(id, [new("t", "1")], Ct)));
        Assert.Equal(one, await store.RequestsOfAsync(() => models.LogParamsAsync(id, [new("p", "1")], Ct)));
        Assert.Equal("BatchGetItem, GetItem", await store.RequestsOfAsync(() => models.LogParamsAsync(id, values, Ct)));
        // A first point is counted with the others of the request. A later one replaces it.
        Assert.Equal("3 PutItem, TransactWriteItems", await store.RequestsOfAsync(() => LogAsync(1)));
        Assert.Equal("3 PutItem", await store.RequestsOfAsync(() => LogAsync(2)));
        Assert.Equal("Query", await store.RequestsOfAsync(() => models.GetAsync(id, Ct)));

        Task LogAsync(long step) => store.ModelMetrics.LogAsync(
            "r", Enumerable.Range(0, 3).Select(i => new ModelPoint(id, new MetricPoint($"m{i}", 1, 1, step), null, null)), Ct);
    }

    [Fact]
    public async Task Models_TakeTheRequestsOfThePage()
    {
        using var store = await TestStore.StartAsync();
        var (models, versions, model, tag) = (store.Models, store.ModelVersions, new ModelKey("m"), new NamedValue("k", "v"));
        var version = new NewModelVersion(model, "s3://b", null, null, "", "", null, [tag]);
        Assert.Equal(
            "BatchWriteItem, GetItem, Query, TransactWriteItems",
            await store.RequestsOfAsync(() => models.CreateAsync("m", null, [tag], null, Ct)));
        Assert.Equal("4 GetItem, 2 Query, TransactWriteItems", await store.RequestsOfAsync(() => versions.CreateAsync(version, Ct)));
        await versions.CreateAsync(version, Ct);
        // The first one makes the tally.
        Assert.Equal(
            "5 GetItem, Query, 3 TransactWriteItems", await store.RequestsOfAsync(() => models.SetAliasAsync(model, "first", 2, Ct)));
        Assert.Equal("3 GetItem, TransactWriteItems", await store.RequestsOfAsync(() => models.SetAliasAsync(model, "a", 1, Ct)));
        Assert.Equal("2 GetItem, Query", await store.RequestsOfAsync(() => models.GetAsync(model, Ct)));
        Assert.Equal("3 GetItem, 2 Query", await store.RequestsOfAsync(() => versions.GetAsync(model, 1, Ct)));
        Assert.Equal("3 GetItem", await store.RequestsOfAsync(() => versions.RequireAsync(model, 1, Ct)));
        Assert.Equal("4 GetItem, 2 Query", await store.RequestsOfAsync(() => versions.GetByAliasAsync(model, "a", Ct)));
        Assert.Equal("3 GetItem, 3 Query", await store.RequestsOfAsync(() => versions.GetByAliasAsync(model, "latest", Ct)));
        Assert.Equal("2 GetItem, Query, UpdateItem", await store.RequestsOfAsync(() => models.DescribeAsync(model, "d", Ct)));
        Assert.Equal("4 GetItem, 2 Query, UpdateItem", await store.RequestsOfAsync(() => versions.DescribeAsync(model, 1, "d", Ct)));
        Assert.Equal("3 GetItem, TransactWriteItems", await store.RequestsOfAsync(() => models.SetTagAsync(model, tag, Ct)));
        Assert.Equal("3 GetItem, TransactWriteItems", await store.RequestsOfAsync(() => models.DeleteTagAsync(model, "k", Ct)));
        Assert.Equal("3 GetItem, TransactWriteItems", await store.RequestsOfAsync(() => versions.SetTagAsync(model, 1, tag, Ct)));
        Assert.Equal("4 GetItem, TransactWriteItems", await store.RequestsOfAsync(() => versions.DeleteTagAsync(model, 1, "k", Ct)));
        Assert.Equal(
            "5 GetItem, 3 Query, TransactWriteItems",
            await store.RequestsOfAsync(() => versions.MoveAsync(model, 1, ModelStage.Staging, archivesOthers: true, Ct)));
        Assert.Equal(
            "BatchWriteItem, 4 GetItem, 2 Query, 2 TransactWriteItems",
            await store.RequestsOfAsync(() => versions.DeleteAsync(model, 1, Ct)));

        // Whoever was checked for a permission has the id.
        var known = model with { CheckedId = (await models.RequireAsync(model, Ct)).ModelId };
        Assert.Equal("Query", await store.RequestsOfAsync(() => models.GetAsync(known, Ct)));
        Assert.Equal("2 GetItem, 2 Query", await store.RequestsOfAsync(() => versions.GetAsync(known, 2, Ct)));
        Assert.Equal(
            "2 BatchWriteItem, 3 GetItem, Query, TransactWriteItems",
            await store.RequestsOfAsync(() => models.RenameAsync(model, "n", Ct)));
        Assert.Equal(
            "3 BatchWriteItem, 3 GetItem, 3 Query, TransactWriteItems",
            await store.RequestsOfAsync(() => models.DeleteAsync(new("n"), Ct)));
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

    [Fact]
    public async Task Search_WithSummaries_ReadsNoRunThatIsNotOnThePage()
    {
        using var store = await TestStore.StartAsync(keepsSummaries: true);
        for (var i = 0; i < 40; i++)
        {
            var id = await store.CreateRunAsync(start: i);
            await store.Runs.SetTagAsync(id, new NamedValue("team", i % 20 == 0 ? "blue" : "red"), Ct);
        }

        var filter = RunFilterParser.Parse("tags.team = 'blue'");
        var runs = new RunQuery(["0"], filter, RunOrder.NewestFirst, LifecycleStage.Active, 10, null);

        // Without summaries, the search reads the tag of each run, and everything else of those on the page.
        Assert.Equal("BatchGetItem, 6 Query", await store.RequestsOfAsync(() => store.RunSearch.SearchAsync(runs, Ct)));
        Assert.Equal(40, await store.SummarizeAsync());

        // One query of each shard of the index and one of each run of the page.
        IReadOnlyList<LoggedRun> page = [];
        Assert.Equal("6 Query", await store.RequestsOfAsync(async () => (page, _) = await store.RunSearch.SearchAsync(runs, Ct)));
        Assert.Equal([20L, 0], page.Select(run => run.Run.StartTime));

        var sorted = runs with { Order = RunOrderParser.Parse(["attributes.end_time ASC"]) };
        Assert.Equal("6 Query", await store.RequestsOfAsync(async () => (page, _) = await store.RunSearch.SearchAsync(sorted, Ct)));
        Assert.Equal(2, page.Count);

        // Of a run that has no summary yet, the search reads the tags; of all others, only if they are on the page.
        var late = await store.CreateRunAsync(start: -1);
        await store.Runs.SetTagAsync(late, new NamedValue("team", "red"), Ct);
        sorted = runs with { Order = RunOrderParser.Parse(["attributes.start_time ASC"]), Size = 1 };
        Assert.Equal(
            "BatchGetItem, 5 Query", await store.RequestsOfAsync(async () => (page, _) = await store.RunSearch.SearchAsync(sorted, Ct)));
        Assert.Equal([0L], page.Select(run => run.Run.StartTime));
        await store.Runs.SetTagAsync(late, new NamedValue("team", "blue"), Ct);
        Assert.Equal(
            "BatchGetItem, 5 Query", await store.RequestsOfAsync(async () => (page, _) = await store.RunSearch.SearchAsync(sorted, Ct)));
        Assert.Equal([-1L], page.Select(run => run.Run.StartTime));
        Assert.Contains(new NamedValue("team", "blue"), page[0].Tags);
    }

    /// <summary>
    /// A search reads what decides, of a hundred runs with a request, and everything only of the runs on the page. Each time that they do
    /// not fill the page, it reads twice as many: 100, then 200.
    /// </summary>
    [Theory]
    [InlineData("metrics.m > 500", "", "3 BatchGetItem, 4 Query")]
    [InlineData("metrics.m > 500 AND params.p = 'x'", "", "6 BatchGetItem, 4 Query")]
    [InlineData("metrics.m < 500", "", "BatchGetItem, 9 Query")]
    [InlineData("metrics.m = 150", "", "3 BatchGetItem, 5 Query")]
    [InlineData("metrics.m = 249", "", "3 BatchGetItem, 5 Query")]
    [InlineData("", "metrics.m DESC", "3 BatchGetItem, 9 Query")]
    [InlineData("tags.t = '1'", "params.p", "6 BatchGetItem, 9 Query")]
    [InlineData("", "attributes.end_time", "9 Query")]
    [InlineData("attributes.start_time < 2", "metrics.m", "BatchGetItem, 6 Query")]
    public async Task Search_ByWhatWasLogged_ReadsAHundredRunsWithARequest(string filter, string order, string requests)
    {
        using var store = await TestStore.StartAsync();
        for (var i = 0; i < 250; i++)
        {
            var id = await store.CreateRunAsync(start: i);
            await store.Log.LogBatchAsync(id, [new MetricPoint("m", i, 1, 1)], [new("p", $"{i}")], [new("t", $"{i % 2}")], Ct);
        }

        var runs = new RunQuery(
            ["0"], RunFilterParser.Parse(filter), RunOrderParser.Parse(order.Length == 0 ? [] : [order]), LifecycleStage.Active, 5, null);
        Assert.Equal(requests, await store.RequestsOfAsync(() => store.RunSearch.SearchAsync(runs, Ct)));
    }

    /// <summary>The units of docs/tracking-store.md: a summary is a write of the run's item and of the index.</summary>
    [Theory]
    [InlineData(3, 2)]
    [InlineData(40, 4)]
    [InlineData(500, 2)]
    public async Task SummarizingARun_TakesTheUnitsOfThePage(int metrics, double expected)
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        for (var i = 0; i < metrics; i++)
            await store.Log.LogMetricsAsync(id, [new MetricPoint($"a metric with a name {i}", i, 1, 1)], Ct);

        Assert.Equal("GetItem, Query, UpdateItem", await store.RequestsOfAsync(() => store.Summaries.RefreshAsync(id, Ct)));
        Assert.Equal(expected, await store.WriteUnitsOfAsync(() => store.Summaries.RefreshAsync(id, Ct)));
        Assert.Equal(0, await store.SummarizeAsync());
    }

    /// <summary>The bytes of docs/tracking-store.md that a search reads of each run in the list.</summary>
    [Fact]
    public async Task Summary_MakesTheListALittleLonger()
    {
        const int Runs = 20;
        using var store = await TestStore.StartAsync();
        for (var i = 0; i < Runs; i++)
        {
            NamedValue name = new(RunNames.Tag, "amazing-penguin-417");
            var id = (await store.Runs.CreateAsync(new NewRun("0", "", name.Value, 1_700_000_000_000 + i, [name]), Ct)).Run.RunId;
            MetricPoint[] points = [new("loss", 0.1, 1, 1), new("accuracy", 0.2, 1, 1), new("f1", 0.3, 1, 1)];
            await store.Log.LogBatchAsync(id, points, [new("depth", "1"), new("rate", "2"), new("seed", "3")], [new("t", "v1")], Ct);
        }

        var all = new RunQuery(["0"], RunFilterParser.Parse("attributes.status = 'FAILED'"), RunOrder.NewestFirst, null, 10, null);
        var before = await store.QueriedBytesOfAsync(() => store.RunSearch.SearchAsync(all, Ct)) / Runs;
        await store.SummarizeAsync();
        var after = await store.QueriedBytesOfAsync(() => store.RunSearch.SearchAsync(all, Ct)) / Runs;
        Assert.Equal((349, 479), (before, after));
    }

    [Fact]
    public async Task Search_ThatIsNotToUseSummaries_DoesNotBelieveOldOnes()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        await store.Runs.SetTagAsync(id, new NamedValue("team", "blue"), Ct);
        await store.SummarizeAsync();
        await store.Runs.SetTagAsync(id, new NamedValue("team", "red"), Ct);
        var filter = RunFilterParser.Parse("tags.team = 'red'");
        var runs = new RunQuery(["0"], filter, RunOrder.NewestFirst, LifecycleStage.Active, 10, null);
        Assert.Single((await store.RunSearch.SearchAsync(runs, Ct)).Page);
    }
}
