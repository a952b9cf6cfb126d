using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>Charts of several metrics of several runs, in one request.</summary>
public sealed class ChartTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Charts_AreInTheOrderOfTheRequest()
    {
        var (first, second) = (await RunAsync(1000, "a", "b"), await RunAsync(5000, "a"));
        var reply = (await ChartsAsync($"run_ids={second}&run_ids={first}&metric_keys=b&metric_keys=a&metric_keys=b")).Ok();
        Assert.Equal(
            $$"""
            {"charts":[{{Empty(second, "b")}},{{Chart(second, "a", 5000)}},{{Chart(first, "b", 1000)}},{{Chart(first, "a", 1000)}}]}
            """,
            reply.Text);
    }

    /// <summary>The same seconds after the start of each run, which are different times.</summary>
    [Fact]
    public async Task RelativeTime_CountsFromTheStartOfEachRun()
    {
        var (first, second) = (await RunAsync(1000, "a"), await RunAsync(5000, "a"));
        var reply = (await ChartsAsync($"run_ids={first}&run_ids={second}&metric_keys=a&axis=relative&start=1&end=1")).Ok();
        Assert.Equal(["[1001]", "[5001]"], reply["charts"]!.AsArray().Select(chart => chart!["timestamps"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("metric_keys=a", "Missing value for required parameter 'run_ids'")]
    [InlineData("run_ids=RUN", "Missing value for required parameter 'metric_keys'")]
    [InlineData("run_ids=RUN&metric_keys=a&axis=value", "It must be 'step', 'timestamp' or 'relative'.")]
    [InlineData("run_ids=RUN&metric_keys=a&start=2&end=1", "end must not be less than start")]
    [InlineData("run_ids=RUN&metric_keys=a&max_buckets=2501", "max_buckets must be between 1 and 2500.")]
    [InlineData("run_ids=RUN&MANY", "1 run_ids and 101 metric_keys are 101 charts, but at most 100 are allowed.")]
    [InlineData("run_ids=RUN&FIFTY&max_buckets=2001", "Set max_buckets to at most 2000.")]
    public async Task InvalidRequest_IsRefused(string query, string message)
    {
        var run = await RunAsync(0, "a");
        string Keys(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"metric_keys=m{i}"));
        var whole = query.Replace("RUN", run, StringComparison.Ordinal)
            .Replace("MANY", Keys(101), StringComparison.Ordinal).Replace("FIFTY", Keys(50), StringComparison.Ordinal);
        (await ChartsAsync(whole)).Is(400, "INVALID_PARAMETER_VALUE", message);
    }

    [Fact]
    public async Task MissingRun_IsNotFound() => (await ChartsAsync($"run_ids={Guid.NewGuid():N}&metric_keys=a"))
        .Is(404, "RESOURCE_DOES_NOT_EXIST", "not found");

    /// <summary>
    /// Of histories that are too long to be read as a whole, each run has buckets of its own. So the steps of one are not those of another,
    /// but each has as many.
    /// </summary>
    [Fact]
    public async Task BulkInterval_OfSeveralLongHistories_ThinsEachOneAlike()
    {
        string[] runs = [.. new string[3]];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = await Client.CreateRunAsync();
            for (var from = 0; from < 20_000; from += 1000)
            {
                var metrics = Enumerable.Range(from, 1000).Select(n => new { key = "m", value = n, timestamp = n, step = (n * 3) + i });
                (await Client.PostAsync("runs/log-batch", new { run_id = runs[i], metrics })).Ok();
            }
        }

        var url = $"metrics/get-history-bulk-interval?run_ids={string.Join("&run_ids=", runs)}&metric_key=m&max_results=100";
        var metricsOf = (await Client.GetAsync(url)).Ok()["metrics"]!.AsArray().ToLookup(metric => (string)metric!["run_id"]!);
        Assert.All(runs, run =>
        {
            long[] steps = [.. metricsOf[run].Select(metric => (long)metric!["step"]!)];
            Assert.InRange(steps.Length, 95, 106);
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 1500));
        });
    }

    private Task<Answer> ChartsAsync(string query) =>
        Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/metrics/get-charts?" + query);

    private async Task<string> RunAsync(long start, params string[] names)
    {
        var run = await Client.CreateRunAsync(start: start);
        var metrics = names.SelectMany(key => Enumerable.Range(0, 3).Select(n => new { key, value = n, timestamp = start + n, step = n }));
        (await Client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
        return run;
    }

    private static string Chart(string run, string name, long start) =>
        $$"""{"run_id":"{{run}}","metric_key":"{{name}}","steps":[0,1,2],"timestamps":[{{start}},{{start + 1}},{{start + 2}}]"""
        + ""","last":[0,1,2],"min":[0,1,2],"max":[0,1,2],"is_exact":true}""";

    private static string Empty(string run, string name) =>
        $$"""{"run_id":"{{run}}","metric_key":"{{name}}","steps":[],"timestamps":[],"last":[],"min":[],"max":[],"is_exact":true}""";
}
