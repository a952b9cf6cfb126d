using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>
/// Random runs, searched page by page, and a plain model beside them: it loads every run, filters and sorts, and cuts pages.
/// </summary>
public sealed class RunSearchTests
{
    private const int Runs = 420;
    private static readonly double[] Values = [double.NaN, double.NegativeInfinity, -1.5, -0.0, 0, 2, 1e300, double.PositiveInfinity];
    private static readonly string Long = new('x', 400);
    private static readonly string[] Filters =
    [
        "metrics.m > 0", "metrics.m <= 0", "metrics.m = 0", "metrics.m != 0", "metrics.m > 5", "metrics.`o ther` < 1", "params.p = 'b'",
        "params.p != 'b'", "params.p IS NULL", "params.p ILIKE 'B%'",
        "tags.t = 'x'", "tags.t != 'y'", "tags.t IS NOT NULL",
        "tags.long LIKE '%x'", "tags.mlflow.runName = 'r'",
        "dataset.name = 'd'", "attributes.start_time > 30", "attributes.status = 'FINISHED'",
    ];

    private static readonly string[] Orders =
    [
        "metrics.m", "metrics.m DESC", "metrics.`o ther`", "params.p", "params.p DESC", "tags.t", "tags.long", "tags.none",
        "attributes.end_time DESC",
        "attributes.start_time DESC", "attributes.start_time", "attributes.status",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>With summaries, most runs have one that is up to date, and others have none.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_AnyFilterAndOrder_FindsWhatAPlainModelFinds(bool keepsSummaries)
    {
        using var store = await TestStore.StartAsync(keepsSummaries: keepsSummaries);
        var random = new Random(20261130);
        string[] experiments = ["0", await store.Experiments.CreateAsync("e", null, [], null, Ct)];
        var all = await FillAsync(store, experiments, random);
        foreach (var run in all.Where(_ => random.Next(5) > 0)) await store.Summaries.RefreshAsync(run.Run.RunId, Ct);
        for (var i = 0; i < 120; i++)
        {
            string filter = string.Join(" AND ", random.GetItems(Filters, random.Next(3)));
            string[] order = [.. random.GetItems(Orders, random.Next(3)).DistinctBy(one => one.Split(' ')[0])];
            LifecycleStage? stage = random.Next(3) switch { 0 => null, 1 => LifecycleStage.Deleted, _ => LifecycleStage.Active };
            var query = new RunQuery(
                [.. experiments.Take(random.Next(1, 3))],
                RunFilterParser.Parse(filter),
                RunOrderParser.Parse(order),
                stage,
                random.Next(1, 150),
                null)
            {
                Columns = random.Next(2) == 0 ? null : [new(RunProperty.Metric, "m"), new(RunProperty.Tag, "t")],
            };
            var search = $"{filter} by {string.Join(", ", order)}";
            Assert.Equal((search, Plain(all, query)), (search, await PagesAsync(store, query)));
        }
    }

    /// <summary>The page of a search after which the filter's value was changed shows no run that does not pass any more.</summary>
    [Fact]
    public async Task Search_RunThatChangesMeanwhile_IsReadWhole_AndDoesNotPass()
    {
        using var store = await TestStore.StartAsync();
        string[] ids = [await store.CreateRunAsync(start: 1), await store.CreateRunAsync(start: 2), await store.CreateRunAsync(start: 3)];
        foreach (var id in ids) await store.Log.LogMetricsAsync(id, [new MetricPoint("m", 1, 1, 1)], Ct);
        var query = new RunQuery(["0"], RunFilterParser.Parse("metrics.m = 1"), RunOrder.NewestFirst, null, 2, null);

        // The newest run gets another value after the search has read the values of all, and before it reads everything of that run.
        store.Before = (DynamoToolkit.Transport.DynamoOperation.BatchGetItem, () =>
        {
            store.Before = (DynamoToolkit.Transport.DynamoOperation.Query, () =>
                store.Log.LogMetricsAsync(ids[2], [new MetricPoint("m", 2, 2, 2)], Ct));
            return Task.CompletedTask;
        }
        );
        var (page, next) = await store.RunSearch.SearchAsync(query, Ct);
        Assert.Equal([ids[1], ids[0]], page.Select(run => run.Run.RunId));
        Assert.Equal([1.0, 1.0], page.Select(run => run.MetricOf("m")));
        // The page is full, and the last one.
        Assert.Null(next);
    }

    /// <summary>Runs of a sorted page that do not pass any more make room, so that the next page does not leave others out.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task SortedSearch_RunsThatChangeMeanwhile_DoNotHideOthers(int changed)
    {
        using var store = await TestStore.StartAsync();
        var ids = new List<string>();
        for (var start = 1; start <= 5; start++) ids.Add(await store.CreateRunAsync(start: start));
        foreach (var id in ids) await store.Log.LogMetricsAsync(id, [new MetricPoint("m", 1, 1, 1)], Ct);
        var order = RunOrderParser.Parse(["attributes.start_time"]);
        var query = new RunQuery(["0"], RunFilterParser.Parse("metrics.m = 1"), order, null, 2, null);
        store.Before = (DynamoToolkit.Transport.DynamoOperation.BatchGetItem, () =>
        {
            store.Before = (DynamoToolkit.Transport.DynamoOperation.Query, async () =>
            {
                foreach (var id in ids.Take(changed)) await store.Log.LogMetricsAsync(id, [new MetricPoint("m", 2, 2, 2)], Ct);
            }
            );
            return Task.CompletedTask;
        }
        );
        var found = new List<string>();
        do
        {
            (var page, var token) = await store.RunSearch.SearchAsync(query, Ct);
            found.AddRange(page.Select(run => run.Run.RunId));
            query = query with { Token = token };
        }
        while (query.Token is not null);
        Assert.Equal(ids.Skip(changed), found);
    }

    private static async Task<List<LoggedRun>> FillAsync(TestStore store, string[] experiments, Random random)
    {
        var ids = new List<string>();
        for (var i = 0; i < Runs; i++)
        {
            var id = await store.CreateRunAsync(experiments[random.Next(2)], random.Next(60));
            ids.Add(id);
            var metrics = random.Next(4) == 0 ? [] : random.GetItems(["m", "o ther"], 1 + random.Next(2));
            await store.Log.LogBatchAsync(
                id,
                [.. metrics.Distinct().Select(name => new MetricPoint(name, random.GetItems(Values, 1)[0], 1, 1))],
                [.. random.GetItems<NamedValue>([new("p", "a"), new("p", "b"), new("q", "b")], random.Next(2))],
                [.. random.GetItems<NamedValue>([new("t", "x"), new("t", "y"), new("u", "x"), new("long", Long)], random.Next(3))],
                Ct);
            if (random.Next(3) == 0) await store.Runs.UpdateAsync(id, RunStatus.FINISHED, random.Next(90), null, Ct);
            if (random.Next(9) == 0)
            {
                DatasetUse dataset = new() { Name = "d", Digest = "1", SourceType = "t", Source = "s", Tags = [] };
                await store.Inputs.LogInputsAsync(id, [dataset], [], Ct);
            }

            if (random.Next(5) == 0) await store.Runs.DeleteAsync(id, Ct);
        }

        var runs = new List<LoggedRun>();
        foreach (var id in ids) runs.Add(await store.Runs.GetAsync(id, Ct));
        return runs;
    }

    private static string Plain(IEnumerable<LoggedRun> all, RunQuery query)
    {
        var found = all
            .Where(run => query.ExperimentIds.Contains(run.Run.ExperimentId) && (query.Stage ?? run.Run.Lifecycle) == run.Run.Lifecycle)
            .Where(query.Filter.Matches).ToList();
        found.Sort(query.Order);
        return string.Join('\n', found.Chunk(query.Size).Select(page => string.Join(' ', page.Select(TextOf))));
    }

    private static async Task<string> PagesAsync(TestStore store, RunQuery query)
    {
        var pages = new List<string>();
        string? token = null;
        do
        {
            (var page, token) = await store.RunSearch.SearchAsync(query with { Token = token }, Ct);
            Assert.True(token is null || page.Count == query.Size, "A page that is not the last one is not full.");
            Assert.True(page.Count > 0 || pages.Count == 0, "A token leads to an empty page.");
            if (page.Count > 0) pages.Add(string.Join(' ', page.Select(TextOf)));
        }
        while (token is not null);
        return string.Join('\n', pages);
    }

    private static string TextOf(LoggedRun run) => $"{run.Run.RunId}:{run.MetricOf("m")}:{run.TagOf("t")}";
}
