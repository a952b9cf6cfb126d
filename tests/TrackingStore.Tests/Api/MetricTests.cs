using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class MetricTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task GetHistory_Points_AreASetInOrderOfTimeStepAndValue()
    {
        var id = await Client.CreateRunAsync();
        (double Value, long Time, long Step)[] points =
        [
            (3, 20, 1), (1, 10, 5), (double.NaN, 10, -5), (double.NaN, 10, -5), (-2.5, 10, -5), (double.PositiveInfinity, 10, -5),
            (double.NegativeInfinity, 10, -5),
            (1, 10, 5), (1e-300, 10, -5), (7, 0, long.MaxValue), (7, 0, long.MinValue), (-0.0, 30, 0), (0.0, 30, 0),
        ];
        foreach (var (value, time, step) in points) await LogAsync(id, "m", value, time, step);
        await LogAsync(id, "mm", 1, 1, 1);
        var history = (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m")).Ok();
        Assert.Equal(
            [
                "7@0/-9223372036854775808", "7@0/9223372036854775807", "-Infinity@10/-5", "-2.5@10/-5", "NaN@10/-5", "1E-300@10/-5",
                "Infinity@10/-5", "1@10/5", "3@20/1", "0@30/0",
            ],
            Texts(history));
        Assert.Equal("{}", (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=none")).Ok().Text);
        (await Client.GetAsync($"metrics/get-history?run_id={id}"))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'metric_key'");
    }

    [Fact]
    public async Task GetHistory_Pages_FollowEachOther()
    {
        var id = await Client.CreateRunAsync();
        await LogManyAsync(id, "m", 0, 25);
        var seen = new List<string>();
        string? token = null;
        do
        {
            var place = Uri.EscapeDataString(token ?? "");
            var page = (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m&max_results=10&page_token={place}"))
                .Ok();
            seen.AddRange(Texts(page));
            token = (string?)page["next_page_token"];
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"{i}@{i}/{i}"), seen);
        (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m&page_token=garbage"))
            .Is(400, "INVALID_PARAMETER_VALUE", "Invalid page token");
    }

    [Fact]
    public async Task Latest_IsTheGreatestByStepTimeAndValue_WhateverTheOrder()
    {
        (double Value, long Time, long Step)[] points = [(9, 99, 1), (1, 5, 3), (2, 5, 3), (double.NaN, 5, 3), (100, 4, 3), (50, 200, -7)];
        for (var round = 0; round < 4; round++)
        {
            var id = await Client.CreateRunAsync();
            Random.Shared.Shuffle(points);
            if (round % 2 == 0)
            {
                foreach (var (value, time, step) in points) await LogAsync(id, "m", value, time, step);
            }
            else
            {
                (await Client.PostAsync(
                    "runs/log-batch",
                    new { run_id = id, metrics = points.Select(p => Point("m", p.Value, p.Time, p.Step)) }))
                    .Ok();
            }

            Assert.Equal(
                """[{"key":"m","value":2,"timestamp":5,"step":3}]""",
                (await Client.RunAsync(id))["data"]!["metrics"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Latest_NaNAtTheSameStepAndTime_YieldsToFive()
    {
        var id = await Client.CreateRunAsync();
        await LogAsync(id, "m", 5, 1, 1);
        await LogAsync(id, "m", double.NaN, 1, 1);
        Assert.Equal(5, (int)(await Client.RunAsync(id))["data"]!["metrics"]![0]!["value"]!);
    }

    [Fact]
    public async Task Bulk_SortsByRunAndCutsOverall()
    {
        var experimentId = await Client.CreateExperimentAsync();
        string[] ids = [await Client.CreateRunAsync(experimentId), await Client.CreateRunAsync(experimentId)];
        foreach (var id in ids) await LogManyAsync(id, "m", 0, 4);
        var url = $"/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id={ids[0]}&run_id={ids[1]}&metric_key=m";
        var all = (await Client.SendAsync(HttpMethod.Get, url)).Ok()["metrics"]!.AsArray();
        Assert.Equal(ids.Order(StringComparer.Ordinal).SelectMany(id => Enumerable.Repeat(id, 4)), all.Select(m => (string)m!["run_id"]!));
        Assert.Equal(5, (await Client.SendAsync(HttpMethod.Get, url + "&max_results=5")).Ok()["metrics"]!.AsArray().Count);
        (await Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/metrics/get-history-bulk?metric_key=m"))
            .Is(400, "INVALID_PARAMETER_VALUE", "GetMetricHistoryBulk request must specify at least one run_id");
        (await Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id=a"))
            .Is(400, "INVALID_PARAMETER_VALUE", "must specify a metric_key");
        var many = string.Concat(Enumerable.Range(0, 101).Select(i => $"&run_id=r{i}"));
        (await Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/metrics/get-history-bulk?metric_key=m" + many))
            .Is(400, "INVALID_PARAMETER_VALUE", "cannot specify more than 100");
    }

    [Fact]
    public async Task BulkInterval_SamplesThePointsOfEachRun_WithTheLastOne()
    {
        var experimentId = await Client.CreateExperimentAsync();
        string[] ids = [await Client.CreateRunAsync(experimentId), await Client.CreateRunAsync(experimentId)];
        await LogManyAsync(ids[0], "m", -2, 100);
        await LogManyAsync(ids[1], "m", 0, 10);
        var url = $"metrics/get-history-bulk-interval?run_ids={ids[0]}&run_ids={ids[1]}&metric_key=m";
        Assert.Equal(100 + 10, (await Client.GetAsync(url)).Ok()["metrics"]!.AsArray().Count);

        var sampled = (await Client.GetAsync(url + "&max_results=5")).Ok()["metrics"]!.AsArray();
        Assert.Equal([-2, 18, 38, 58, 97], StepsOf(sampled, ids[0]));
        Assert.Equal([0, 2, 4, 6, 9], StepsOf(sampled, ids[1]));
        var uneven = (await Client.GetAsync(url + "&max_results=3&start_step=0&end_step=7")).Ok()["metrics"]!.AsArray();
        Assert.Equal([0, 3, 7], StepsOf(uneven, ids[1]));
        Assert.Equal([97, 9], (await Client.GetAsync(url + "&max_results=1")).Ok()["metrics"]!.AsArray().Select(m => (long)m!["step"]!));
        // The runs as they were asked for, not by their ids.
        foreach (var asked in (string[][])[[ids[0], ids[1]], [ids[1], ids[0]]])
        {
            var points = await Client.GetAsync($"metrics/get-history-bulk-interval?run_ids={asked[0]}&run_ids={asked[1]}&metric_key=m");
            Assert.Equal(asked, points.Ok()["metrics"]!.AsArray().Select(m => (string)m!["run_id"]!).Distinct());
        }

        Assert.Equal([5, 6, 7], StepsOf((await Client.GetAsync(url + "&start_step=5&end_step=7")).Ok()["metrics"]!.AsArray(), ids[0]));
        (await Client.GetAsync(url + "&start_step=5")).Is(400, "INVALID_PARAMETER_VALUE", "both must be specified");
        (await Client.GetAsync(url + "&start_step=5&end_step=4"))
            .Is(400, "INVALID_PARAMETER_VALUE", "end_step must be greater than start_step");
        foreach (var size in (int[])[2501, 0, -1])
        {
            (await Client.GetAsync($"{url}&max_results={size}")).Is(
                400,
                "INVALID_PARAMETER_VALUE",
                "max_results must be between 1 and 2500. See the API docs for more information about request parameters.");
        }
    }

    [Fact]
    public async Task Chart_ShowsPoints_AndJoinsThemIfTheyAreTooMany()
    {
        var id = await Client.CreateRunAsync();
        await LogManyAsync(id, "m", 0, 10);
        await LogAsync(id, "m", double.NaN, 20, 3);
        var url = $"/ajax-api/2.0/mlflow/metrics/get-chart?run_id={id}&metric_key=m";
        Assert.Equal(
            """
            {"steps":[2,3,4],"timestamps":[2,20,4],"last":[2,"NaN",4],"min":[2,3,4],"max":[2,3,4],"is_exact":false}
            """,
            (await Client.SendAsync(HttpMethod.Get, url + "&start=2&end=4")).Ok().Text);
        Assert.Equal(
            """
            {"steps":[9,3],"timestamps":[9,20],"last":[9,"NaN"],"min":[9,"NaN"],"max":[9,"NaN"],"is_exact":true}
            """,
            (await Client.SendAsync(HttpMethod.Get, url + "&axis=timestamp&start=9")).Ok().Text);
        Assert.Equal(
            """
            {"steps":[4,9],"timestamps":[20,9],"last":[4,9],"min":[0,5],"max":[4,9],"is_exact":false}
            """,
            (await Client.SendAsync(HttpMethod.Get, url + "&max_buckets=2")).Ok().Text);
        Assert.Equal(
            """
            {"steps":[],"timestamps":[],"last":[],"min":[],"max":[],"is_exact":true}
            """,
            (await Client.SendAsync(HttpMethod.Get, url + "m")).Ok().Text);
    }

    [Theory]
    [InlineData("metric_key=m&axis=value", "Invalid axis 'value'. It must be 'step', 'timestamp' or 'relative'.")]
    [InlineData("metric_key=m&start=2&end=1", "end must not be less than start. Found start=2 and end=1.")]
    [InlineData("metric_key=m&max_buckets=0", "max_buckets must be between 1 and 2500.")]
    [InlineData("metric_key=m&max_buckets=2501", "max_buckets must be between 1 and 2500.")]
    [InlineData("axis=step", "Missing value for required parameter 'metric_key'")]
    public async Task Chart_InvalidRequest_IsRefused(string query, string message)
    {
        var id = await Client.CreateRunAsync();
        (await Client.SendAsync(HttpMethod.Get, $"/ajax-api/2.0/mlflow/metrics/get-chart?run_id={id}&{query}"))
            .Is(400, "INVALID_PARAMETER_VALUE", message);
    }

    [Fact]
    public async Task Chart_OfNoRun_IsMissing() =>
        (await Client.SendAsync(HttpMethod.Get, $"/ajax-api/2.0/mlflow/metrics/get-chart?run_id={Guid.NewGuid():N}&metric_key=m"))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "not found");

    /// <summary>A history that is too long to be read as a whole is sampled by its buckets, with the ends of the range.</summary>
    [Fact]
    public async Task BulkInterval_OfALongHistory_IsSpreadEvenly()
    {
        var id = await Client.CreateRunAsync();
        for (var from = 0; from < 20_000; from += 1000) await LogManyAsync(id, "m", from, 1000);
        var url = $"metrics/get-history-bulk-interval?run_ids={id}&metric_key=m&max_results=100&start_step=10&end_step=19989";
        (await Client.PostAsync("runs/update", new { run_id = id, status = "FINISHED" })).Ok();
        for (var i = 0; i < 20; i++)
        {
            var steps = StepsOf((await Client.GetAsync(url)).Ok()["metrics"]!.AsArray(), id).ToList();
            Assert.Equal((10, 19_989), (steps[0], steps[^1]));
            Assert.Equal(100, steps.Count);
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 600));
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Clients that give no step log all points at step 0, and some go back in their steps: neither makes the answer longer than was asked.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task BulkInterval_OfManyPointsAtAStep_HasAsManyAsWereAskedFor(int steps)
    {
        var id = await Client.CreateRunAsync();
        for (var from = 0; from < 12_000; from += 1000)
        {
            var metrics = Enumerable.Range(from, 1000).Select(i => new { key = "m", value = i, timestamp = i, step = i % steps });
            (await Client.PostAsync("runs/log-batch", new { run_id = id, metrics })).Ok();
        }

        (await Client.PostAsync("runs/update", new { run_id = id, status = "FINISHED" })).Ok();
        for (var i = 0; i < 20; i++)
        {
            var url = $"metrics/get-history-bulk-interval?run_ids={id}&metric_key=m&max_results=10";
            var found = (await Client.GetAsync(url)).Ok()["metrics"]!.AsArray();
            Assert.Equal(10, found.Count);
            Assert.Equal(steps == 1 ? 11_999 : 499, (long)found[^1]![steps == 1 ? "value" : "step"]!);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>MLflow's own tests look for these words.</summary>
    [Theory]
    [InlineData("metric_key=k", "Missing value for required parameter 'run_ids'.")]
    [InlineData("run_ids=a&metric_key=", "Missing value for required parameter 'metric_key'")]
    [InlineData("run_ids=a&max_results=5", "Missing value for required parameter 'metric_key'")]
    [InlineData("run_ids=a&metric_key=k&start_step=1&end_step=0", "end_step must be greater than start_step. ")]
    [InlineData("run_ids=a&metric_key=k&start_step=1", "If either start step or end step are specified, both must be specified.")]
    public async Task BulkInterval_InvalidRequest_IsRefusedInMlflowsWords(string query, string message) =>
        (await Client.GetAsync("metrics/get-history-bulk-interval?" + query)).Is(400, "INVALID_PARAMETER_VALUE", message);

    [Fact]
    public async Task BulkInterval_TooManyRuns_AreCountedAsSent() =>
        (await Client.GetAsync("metrics/get-history-bulk-interval?metric_key=k" + string.Concat(Enumerable.Repeat("&run_ids=a", 101)))).Is(
            400,
            "INVALID_PARAMETER_VALUE",
            "GetMetricHistoryBulkInterval request must specify at most 100 run_ids. Received 101 run_ids.");

    [Fact]
    public async Task PageSizes_ZeroAndLess_AreAsInMlflow()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var id = await Client.CreateRunAsync(experimentId);
        await LogManyAsync(id, "m", 0, 4);
        string[] experiments = [experimentId];
        var bulk = $"/ajax-api/2.0/mlflow/metrics/get-history-bulk?run_id={id}&metric_key=m&max_results=";
        Assert.Equal("""{"metrics":[]}""", (await Client.SendAsync(HttpMethod.Get, bulk + "0")).Ok().Text);
        Assert.Equal(4, (await Client.SendAsync(HttpMethod.Get, bulk + "-1")).Ok()["metrics"]!.AsArray().Count);
        foreach (var size in (int[])[0, -1])
        {
            var message = "for parameter 'max_results' supplied. It must be a positive integer";
            (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m&max_results={size}"))
                .Is(400, "INVALID_PARAMETER_VALUE", message);
            (await Client.PostAsync("experiments/search", new { max_results = size }))
                .Is(400, "INVALID_PARAMETER_VALUE", $"Invalid value {size} {message}");
            (await Client.PostAsync("runs/search", new { experiment_ids = experiments, max_results = size }))
                .Is(400, "INVALID_PARAMETER_VALUE", $"Invalid value {size} {message}");
        }
    }

    private static IEnumerable<long> StepsOf(JsonArray metrics, string runId) =>
        metrics.Where(m => (string)m!["run_id"]! == runId).Select(m => (long)m!["step"]!);

    private static string[] Texts(Answer history) =>
        [.. history["metrics"]!.AsArray().Select(m => $"{Number(m!["value"]!)}@{m["timestamp"]}/{m["step"]}")];

    private static string Number(JsonNode value) => value.GetValueKind() == JsonValueKind.String
        ? (string)value!
        : ((double)value).ToString(CultureInfo.InvariantCulture);

    private static object Point(string key, double value, long time, long step) =>
        new { key, value = double.IsFinite(value) ? (object)value : value.ToString(CultureInfo.InvariantCulture), timestamp = time, step };

    private async Task LogAsync(string runId, string key, double value, long time, long step)
    {
        var point = System.Text.Json.JsonSerializer.SerializeToNode(Point(key, value, time, step))!.AsObject();
        point["run_id"] = runId;
        (await Client.PostAsync("runs/log-metric", point.ToJsonString())).Ok();
    }

    private async Task LogManyAsync(string runId, string key, int from, int count) => (await Client.PostAsync("runs/log-batch", new
    {
        run_id = runId,
        metrics = Enumerable.Range(from, count).Select(i => new { key, value = i, timestamp = Math.Max(i, 0), step = i }),
    })).Ok();
}
