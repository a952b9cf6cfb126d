using System.Text;
using System.Text.Json.Nodes;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class FuzzTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private static readonly string[] Posts =
    [
        "experiments/create", "experiments/search", "experiments/update", "experiments/delete", "experiments/restore",
        "experiments/set-experiment-tag", "experiments/delete-experiment-tag", "experiments/search-datasets", "runs/create",
        "runs/update", "runs/delete", "runs/restore", "runs/search", "runs/set-tag", "runs/delete-tag", "runs/log-metric",
        "runs/log-parameter", "runs/log-batch", "runs/log-inputs", "runs/outputs", "runs/log-model",
    ];

    private static readonly string[] Gets =
    [
        "experiments/get", "experiments/get-by-name", "experiments/search", "runs/get", "metrics/get-history",
        "metrics/get-history-bulk-interval", "artifacts/list",
    ];

    private static readonly string[] Fields =
    [
        "experiment_id", "experiment_ids", "experiment_name", "name", "new_name", "key", "value", "timestamp", "step",
        "run_id", "run_uuid", "run_ids", "status", "end_time", "start_time", "run_name", "user_id", "tags", "params",
        "metrics", "datasets", "models", "model_json", "filter", "order_by", "max_results", "page_token", "view_type",
        "run_view_type", "path", "metric_key", "artifact_location", "start_step", "end_step",
    ];

    private readonly Random random = new(20261120);

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Post_AnyFieldsWithAnyValues_AreNeverAServerError()
    {
        var runId = await Client.CreateRunAsync();
        for (var i = 0; i < 1500; i++)
        {
            var body = new JsonObject();
            for (var n = random.Next(1, 8); n > 0; n--) body[Pick(Fields)] = Value(2);
            if (random.Next(2) == 0) body["run_id"] = runId;
            Check(await Client.PostAsync(Pick(Posts), body.ToJsonString()), body.ToJsonString());
        }
    }

    [Fact]
    public async Task Post_MangledBytes_AreNeverAServerError()
    {
        var runId = await Client.CreateRunAsync();
        var good = Encoding.UTF8.GetBytes(
            $$"""{"run_id":"{{runId}}","key":"k","value":"v","metrics":[{"key":"m","value":1.5,"timestamp":1,"step":2}]""" +
            ""","params":[{"key":"\u00e9","value":"x"}]}""");
        for (var i = 0; i < 600; i++)
        {
            var body = (byte[])good.Clone();
            for (var n = random.Next(1, 4); n > 0; n--) body[random.Next(body.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) body = body[..random.Next(body.Length)];
            Check(await Client.SendAsync(HttpMethod.Post, "/api/2.0/mlflow/" + Pick(Posts), body), Convert.ToHexString(body));
        }
    }

    [Fact]
    public async Task Get_AnyQuery_IsNeverAServerError()
    {
        for (var i = 0; i < 600; i++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(5)).Select(_ => $"{Pick(Fields)}={Uri.EscapeDataString(Text())}"));
            var path = $"{Pick(Gets)}?{query}";
            Check(await Client.GetAsync(path), path);
        }
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":"a","\udfff":1}""")]
    [InlineData("""{"name":"a","tags":[{"key":"\ud800","value":""}]}""")]
    [InlineData("""{"name":"a","name":5}""")]
    public async Task Post_HalfASurrogatePair_IsRefusedOrIgnored(string body) =>
        Check(await Client.PostAsync("experiments/create", body), body);

    [Fact]
    public async Task Post_DeepJson_CountsAsBroken()
    {
        var body = string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);
        (await Client.PostAsync("experiments/create", body)).Is(400, "BAD_REQUEST", "The body must be a JSON object.");
    }

    [Fact]
    public async Task Post_HugeBody_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/2.0/mlflow/runs/set-tag");
        request.Content = new ByteArrayContent(new byte[31_000_000]);
        request.Content.Headers.ContentType = new("application/json");
        // The server says no before the body is sent.
        request.Headers.ExpectContinue = true;
        using var response = await Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Is(413, "BAD_REQUEST", "too large");
    }

    [Theory]
    [InlineData("runs/get?run_id=")]
    [InlineData("experiments/get?experiment_id=")]
    [InlineData("experiments/get?experiment_id=1")]
    [InlineData("experiments/get-by-name?experiment_name=")]
    [InlineData("metrics/get-history?metric_key=m&run_id=")]
    [InlineData("metrics/get-history?run_id=RUN&metric_key=")]
    [InlineData("artifacts/list?run_id=")]
    public async Task Get_TextThatNoKeyTakes_IsNoServerError(string path)
    {
        var text = Uri.EscapeDataString(new string('\u20ac', 2000));
        path = path.Replace("RUN", await Client.CreateRunAsync(), StringComparison.Ordinal) + text;
        Check(await Client.GetAsync(path), path);
    }

    [Fact]
    public async Task Post_TextThatNoKeyTakes_IsNoServerError()
    {
        var (runId, text) = (await Client.CreateRunAsync(), new string('#', 4000));
        foreach (var field in Fields)
        {
            foreach (var path in Posts)
            {
                var body = new JsonObject { ["run_id"] = runId, ["experiment_id"] = "0", ["key"] = "k", ["name"] = "n" };
                body[field] = field.EndsWith("ids", StringComparison.Ordinal) ? new JsonArray(text) : text;
                Check(await Client.PostAsync(path, body.ToJsonString()), $"{path} {field}");
            }
        }
    }

    private static void Check(Answer answer, string request)
    {
        Assert.True(answer.Status is >= 200 and < 500, $"{answer.Status} {answer.Text} for {request}");
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        if (answer.Status != 200) Assert.Equal(["error_code", "message"], answer.Json.AsObject().Select(p => p.Key));
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private JsonNode? Value(int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => null,
        1 => random.Next(-3, 1_000_000),
        2 => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)),
        3 => random.Next(2) == 0,
        4 => long.MaxValue,
        5 or 6 => Text(),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4))
            .Select(_ => Pick(Fields))
            .Distinct()
            .Select(field => KeyValuePair.Create(field, Value(depth - 1)))),
    };

    private string Text()
    {
        string[] known =
        [
            "0", "NaN", "Infinity", "-1", "1e999", "9223372036854775808", "RUNNING", "metrics.a > 1", "tags.`x", "name LIKE '%'", "", " ",
            "../..", "a/b", "\0", "é\ud83d\ude00",
        ];
        if (random.Next(2) == 0) return Pick(known);
        return new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0x2fff))]);
    }
}
