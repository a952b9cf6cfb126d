using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class SearchTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Search_DefaultOrder_IsNewestFirstThenId_OverAllExperiments()
    {
        string[] experiments = [await Client.CreateExperimentAsync(), await Client.CreateExperimentAsync()];
        var runs = new List<(long Start, string Id)>();
        foreach (var (start, i) in ((long[])[5, 9, 5, -3, 0, 5, 9, long.MaxValue]).Select((s, i) => (s, i)))
            runs.Add((start, await Client.CreateRunAsync(experiments[i % 2], start)));

        string[] expected = [.. runs.OrderByDescending(r => r.Start).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id)];
        Assert.Equal(expected, await Client.SearchAsync(new { experiment_ids = experiments }));
        Assert.Equal(
            expected,
            await Client.SearchAsync(
                new { experiment_ids = experiments.Concat(experiments), order_by = new[] { "attributes.start_time DESC" } }));
        Assert.Equal(expected, await PagesAsync(experiments, 3, []));
        Assert.Equal(expected, await PagesAsync(experiments, 4, []));
        Assert.Equal(expected, await PagesAsync(experiments, 1, []));
        string[] oldest = [.. runs.OrderBy(r => r.Start).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id)];
        Assert.Equal(oldest, await PagesAsync(experiments, 3, ["start_time ASC"]));
    }

    [Fact]
    public async Task Search_FilterAndOrderByData_FindTheRightRuns()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var id = await Client.CreateRunAsync(experimentId, i);
            ids.Add(id);
            (await Client.PostAsync("runs/log-batch", new
            {
                run_id = id,
                metrics = i == 11
                    ? []
                    : new[] { new { key = "loss", value = i == 10 ? (object)"NaN" : 1.0 / (i + 1), timestamp = 1, step = 1 } },
                @params = new[] { new { key = "depth", value = $"{i % 3}" } },
                tags = new[] { new { key = "team", value = i % 2 == 0 ? "blue" : "red" } },
            })).Ok();
        }

        Assert.Equal(
            [ids[9], ids[7], ids[5]],
            await Client.SearchAsync(new { experiment_ids = new[] { experimentId }, filter = "metrics.loss < 0.2 AND tags.team = 'red'" }));
        Assert.Equal(
            [ids[8], ids[5], ids[2]],
            await Client.SearchAsync(new { experiment_ids = new[] { experimentId }, filter = "params.depth = '2' AND metrics.loss > 0" }));
        Assert.Equal(
            [ids[9]],
            await Client.SearchAsync(
                new { experiment_ids = new[] { experimentId }, filter = "metrics.loss < 0.2 AND tags.team = 'red'", max_results = 1 }));
        string[] byLoss = [.. Enumerable.Range(0, 10).Reverse().Select(i => ids[i]), ids[10], ids[11]];
        Assert.Equal(
            byLoss,
            await Client.SearchAsync(new { experiment_ids = new[] { experimentId }, order_by = new[] { "metrics.loss ASC" } }));
        Assert.Equal(byLoss, await PagesAsync([experimentId], 5, ["metrics.loss"]));
        string[] byLossDown = [.. Enumerable.Range(0, 10).Select(i => ids[i]), ids[10], ids[11]];
        Assert.Equal(byLossDown, await PagesAsync([experimentId], 5, ["metrics.loss DESC"]));
        var byDepth = await Client.SearchAsync(new { experiment_ids = new[] { experimentId }, order_by = new[] { "params.depth" } });
        Assert.Equal([ids[9], ids[6], ids[3], ids[0]], byDepth[..4]);
        var run = (await Client.PostAsync("runs/search", new { experiment_ids = new[] { experimentId }, filter = "start_time = 3" }))
            .Ok()["runs"]![0]!;
        Assert.Equal((await Client.RunAsync(ids[3])).ToJsonString(), run.ToJsonString());
    }

    [Fact]
    public async Task Search_ViewTypes_TellActiveFromDeleted()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var (kept, gone) = (await Client.CreateRunAsync(experimentId, 1), await Client.CreateRunAsync(experimentId, 2));
        (await Client.PostAsync("runs/delete", new { run_id = gone })).Ok();
        var ids = new[] { experimentId };
        Assert.Equal([kept], await Client.SearchAsync(new { experiment_ids = ids }));
        Assert.Equal([kept], await Client.SearchAsync(new { experiment_ids = ids, run_view_type = "ACTIVE_ONLY" }));
        Assert.Equal([gone], await Client.SearchAsync(new { experiment_ids = ids, run_view_type = "DELETED_ONLY" }));
        Assert.Equal([gone, kept], await Client.SearchAsync(new { experiment_ids = ids, run_view_type = "ALL" }));
        Assert.Empty(await Client.SearchAsync(new { experiment_ids = new[] { "99999" } }));
    }

    [Fact]
    public async Task Search_ManyRuns_PagesThroughAllOfThem()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var ids = new string[500];
        await Parallel.ForAsync(
            0,
            ids.Length,
            TestContext.Current.CancellationToken,
            async (i, _) => ids[i] = await Client.CreateRunAsync(experimentId, i / 7));
        var sorted = ids.Select((id, i) => (id, i)).OrderByDescending(r => r.i / 7).ThenBy(r => r.id, StringComparer.Ordinal);
        string[] expected = [.. sorted.Select(r => r.id)];
        Assert.Equal(expected, await PagesAsync([experimentId], 64, []));
        Assert.Equal(expected, await PagesAsync([experimentId], 100, [], "tags.mlflow.runName != ''"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("attributes.start_time ASC", "")]
    [InlineData("", "metrics.loss < 9")]
    [InlineData("metrics.loss", "metrics.loss < 9")]
    [InlineData("", "attributes.run_name LIKE '%'")]
    public async Task Search_LastPageThatIsFull_HasNoToken(string order, string filter)
    {
        var experiment = await Client.CreateExperimentAsync();
        for (var i = 0; i < 6; i++)
        {
            var run = await Client.CreateRunAsync(experiment, i);
            (await Client.PostAsync("runs/log-metric", new { run_id = run, key = "loss", value = i, timestamp = 1 })).Ok();
        }

        var (found, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page = (await Client.PostAsync("runs/search", new
            {
                experiment_ids = new[] { experiment },
                order_by = order.Length == 0 ? [] : new[] { order },
                filter,
                max_results = 3,
                page_token = token,
            })).Ok();
            found.AddRange(MlflowClient.Ids(page));
            token = (string?)page["next_page_token"];
            pages++;
        }
        while (token is not null);
        Assert.Equal((6, 2), (found.Distinct().Count(), pages));
        Assert.Equal(6, found.Count);
    }

    [Theory]
    [InlineData("""{"max_results":50001}""", "Invalid value 50001 for parameter 'max_results' supplied")]
    [InlineData("""{"page_token":"garbage"}""", "Invalid page token")]
    [InlineData("""{"page_token":"garbage","order_by":["metrics.a"]}""", "Invalid page token")]
    [InlineData("""{"filter":"metrics.a > 1 OR 1"}""", "Invalid clause(s) in filter string: 'OR'")]
    [InlineData("""{"order_by":["metrics.a UP"]}""", "Invalid ordering key in order_by clause 'metrics.a UP'.")]
    [InlineData("""{"order_by":["metrics.a","metrics.a"]}""", "duplicate")]
    [InlineData("""{"experiment_ids":"0","filter":"x"}""", "Invalid value \"0\" for parameter 'experiment_ids'")]
    [InlineData("""{"experiment_ids":[0]}""", "Invalid value 0 for parameter 'experiment_ids[0]'")]
    public async Task Search_WrongArguments_AreRefused(string fields, string message)
    {
        var body = fields.Contains("experiment_ids", StringComparison.Ordinal) ? fields : $$"""{"experiment_ids":["0"],{{fields[1..]}}""";
        (await Client.PostAsync("runs/search", body)).Is(400, "INVALID_PARAMETER_VALUE", message);
    }

    private async Task<string[]> PagesAsync(string[] experiments, int size, string[] orderBy, string filter = "")
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            var page = (await Client.PostAsync(
                "runs/search",
                new { experiment_ids = experiments, max_results = size, order_by = orderBy, page_token = token, filter }))
                .Ok();
            ids.AddRange(MlflowClient.Ids(page));
            token = (string?)page["next_page_token"];
        }
        while (token is not null);
        return [.. ids];
    }
}
