using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class LogTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Invalid = "INVALID_PARAMETER_VALUE";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task LogParameter_SameValue_IsFine_AnotherIsRefused()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = "1" })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = "1" })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = "2" })).Is(
            400,
            "INVALID_PARAMETER_VALUE",
            $"Changing param values is not allowed. Param with key='p' was already logged with value='1' for run ID='{id}'. " +
            "Attempted logging new value '2'.");
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "empty" })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "long", value = new string('x', 7000) })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "long", value = new string('x', 6001) })).Ok();
        var logged = (await Client.RunAsync(id))["data"]!["params"]!.AsArray();
        Assert.Equal(["empty:0", "long:6000", "p:1"], logged.Select(p => $"{(string)p!["key"]!}:{((string)p["value"]!).Length}"));
    }

    [Fact]
    public async Task Values_AreCutAfterCodePoints()
    {
        var id = await Client.CreateRunAsync();
        var smileys = string.Concat(Enumerable.Repeat("\ud83d\ude00", 8001));
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = smileys })).Ok();
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = "t", value = smileys })).Ok();
        var name = string.Concat(Enumerable.Repeat("\ud835\udc00", 200));
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = name, value = "v" })).Ok();
        (await Client.PostAsync("runs/delete-tag", new { run_id = id, key = name })).Ok();
        var data = (await Client.RunAsync(id))["data"]!;
        Assert.Equal(smileys[..12_000], (string)data["params"]![0]!["value"]!);
        Assert.Equal(smileys[..16_000], (string)data["tags"]!.AsArray().Single(t => (string)t!["key"]! == "t")!["value"]!);
        (await Client.PostAsync("experiments/create", new { name = smileys[..1000] + Guid.NewGuid().ToString("N") }))
            .Is(400, "INVALID_PARAMETER_VALUE", "'name' exceeds the maximum length of 500 characters");
        await Client.CreateExperimentAsync(smileys[..(2 * 468)] + Guid.NewGuid().ToString("N"));
    }

    [Fact]
    public async Task LogBatch_ParamThatDiffers_StopsTheBatchBeforeAnythingIsWritten()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key = "p", value = "1" })).Ok();
        var answer = await Client.PostAsync("runs/log-batch", new
        {
            run_id = id,
            metrics = new[] { new { key = "m", value = 1, timestamp = 1 } },
            @params = new[] { new { key = "new", value = "x" }, new { key = "p", value = "9" } },
            tags = new[] { new { key = "t", value = "x" } },
        });
        answer.Is(
            400,
            "INVALID_PARAMETER_VALUE",
            "Changing param values is not allowed. " +
            $"Params were already logged='[{{'key': 'p', 'old_value': '1', 'new_value': '9'}}]' for run ID='{id}'.");
        var data = (await Client.RunAsync(id))["data"]!;
        Assert.Null(data["metrics"]);
        Assert.Single(data["params"]!.AsArray());
        Assert.Single(data["tags"]!.AsArray());
    }

    [Fact]
    public async Task LogBatch_Repeated_ChangesNothing()
    {
        var id = await Client.CreateRunAsync();
        var batch = new
        {
            run_id = id,
            metrics = Enumerable.Range(0, 300)
                .Select(i => new { key = $"m{i % 3}", value = i * 0.5, timestamp = 1000 + i, step = i }).ToArray(),
            @params = Enumerable.Range(0, 100).Select(i => new { key = $"p{i}", value = $"{i}" }).ToArray(),
            tags = Enumerable.Range(0, 100).Select(i => new { key = $"t{i}", value = $"{i}" }).ToArray(),
        };
        (await Client.PostAsync("runs/log-batch", batch)).Ok();
        var once = (await Client.RunAsync(id)).ToJsonString();
        (await Client.PostAsync("runs/log-batch", batch)).Ok();
        Assert.Equal(once, (await Client.RunAsync(id)).ToJsonString());
        Assert.Equal(100, (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=m1")).Ok()["metrics"]!.AsArray().Count);
        Assert.Equal("{}", (await Client.PostAsync("runs/log-batch", new { run_id = id })).Ok().Text);
    }

    [Theory]
    [InlineData("""{"metrics":[{"key":"m","value":1}]}""", "Missing value for required parameter 'metrics[0].timestamp'")]
    [InlineData("""{"metrics":[{"key":"m","timestamp":1}]}""", "Missing value for required parameter 'metrics[0].value'")]
    [InlineData(
        """{"metrics":[{"key":"m","value":1,"timestamp":1},{"value":1,"timestamp":1}]}""",
        "Missing value for required parameter 'metrics[1].key'")]
    [InlineData("""{"metrics":[{"key":"m","value":true,"timestamp":1}]}""", "Invalid value true for parameter 'metrics[0].value' supplied")]
    [InlineData(
        """{"metrics":[{"key":"m","value":"foo","timestamp":1}]}""",
        "Invalid value \"foo\" for parameter 'metrics[0].value' supplied")]
    [InlineData("""{"metrics":[{"key":"m","value":1,"timestamp":-1}]}""", "Invalid value -1 for parameter 'metrics[0].timestamp' supplied")]
    [InlineData(
        """{"metrics":[{"key":"m//x","value":1,"timestamp":1}]}""",
        "Invalid value \"m//x\" for parameter 'metrics[0].name' supplied")]
    [InlineData("""{"metrics":{}}""", "Invalid value {} for parameter 'metrics' supplied")]
    [InlineData("""{"metrics":[5]}""", "Invalid value 5 for parameter 'metrics[0]' supplied")]
    [InlineData("""{"params":[{"value":"x"}]}""", "Missing value for required parameter 'params[0].key'")]
    [InlineData("""{"params":[{"key":"a","value":5}]}""", "Invalid value 5 for parameter 'params[0].value' supplied")]
    [InlineData("""{"params":[{"key":"d","value":"x"},{"key":"d","value":"x"}]}""", "Duplicate parameter keys have been submitted: ['d'].")]
    [InlineData("""{"tags":[{"value":"x"}]}""", "Missing value for required parameter 'tags[0].key'")]
    [InlineData("""{"run_id":"a b"}""", "Invalid run ID: 'a b'")]
    [InlineData("""{"run_id":""}""", "Missing value for required parameter 'run_id'")]
    public async Task LogBatch_WrongItems_AreNamedByTheirPlace(string fields, string message)
    {
        var body = fields.Contains("run_id", StringComparison.Ordinal)
            ? fields
            : $$"""{"run_id":"{{await Client.CreateRunAsync()}}",{{fields[1..]}}""";
        (await Client.PostAsync("runs/log-batch", body)).Is(400, "INVALID_PARAMETER_VALUE", message);
    }

    [Theory]
    [InlineData(
        1001,
        0,
        0,
        "A batch logging request can contain at most 1000 metrics. Got 1001 metrics. " +
        "Please split up metrics across multiple requests and try again.")]
    [InlineData(0, 101, 0, "A batch logging request can contain at most 100 params. Got 101 params. Please split up params")]
    [InlineData(0, 0, 101, "A batch logging request can contain at most 100 tags. Got 101 tags.")]
    [InlineData(950, 50, 1, "at most 1000 metrics, params, and tags")]
    public async Task LogBatch_TooMuch_IsRefused(int metrics, int parameters, int tags, string message)
    {
        var answer = await Client.PostAsync("runs/log-batch", new
        {
            run_id = await Client.CreateRunAsync(),
            metrics = Enumerable.Range(0, metrics).Select(i => new { key = "m", value = i, timestamp = 1 }),
            @params = Enumerable.Range(0, parameters).Select(i => new { key = $"p{i}", value = "" }),
            tags = Enumerable.Range(0, tags).Select(i => new { key = $"t{i}", value = "" }),
        });
        answer.Is(400, "INVALID_PARAMETER_VALUE", message);
    }

    [Fact]
    public async Task LogModel_WritesTheListAsMlflowDoes()
    {
        var id = await Client.CreateRunAsync();
        const string model =
            """{"artifact_path":"m\u00fc \"ü\"\n😀","flavors":{},"utc_time_created":"1","run_id":"r","x":[1,2.50,true,null]}""";
        (await Client.PostAsync("runs/log-model", new { run_id = id, model_json = model })).Ok();
        var tag = (await Client.RunAsync(id))["data"]!["tags"]!.AsArray().Single(t => (string)t!["key"]! == "mlflow.log-model.history")!;
        Assert.Equal(
            """[{"artifact_path": "m\u00fc \"\u00fc\"\n\ud83d\ude00", "flavors": {}, "utc_time_created": "1",""" +
            """ "run_id": "r", "x": [1, 2.50, true, null]}]""",
            (string)tag["value"]!);
    }

    [Fact]
    public async Task Names_ThatAreTooLong_AreCalledAsInMlflow()
    {
        var (id, key) = (await Client.CreateRunAsync(), new string('k', 251));
        const string tooLong = "exceeds the maximum length of 250 characters";
        (await Client.PostAsync("runs/log-parameter", new { run_id = id, key, value = "v" })).Is(400, Invalid, $"'Param key' {tooLong}");
        (await Client.PostAsync("runs/log-metric", new { run_id = id, key, value = 1, timestamp = 1 }))
            .Is(400, Invalid, $"'Metric name' {tooLong}");
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key, value = "v" })).Is(400, Invalid, $"'key' {tooLong}");
        (await Client.PostAsync("runs/log-batch", new { run_id = id, @params = new[] { new { key, value = "v" } } }))
            .Is(400, Invalid, $"'Param key' {tooLong}");
        (await Client.PostAsync("runs/log-batch", new { run_id = id, tags = new[] { new { key, value = "v" } } }))
            .Is(400, Invalid, $"'tags[0].key' {tooLong}");
    }

    [Fact]
    public async Task LogModel_Appends_AndChecksItsJson()
    {
        var id = await Client.CreateRunAsync();
        for (var i = 0; i < 2; i++)
        {
            var model = $$$"""{"artifact_path":"m{{{i}}}","flavors":{"f":{}},"utc_time_created":"2026-01-01","run_id":"{{{id}}}"}""";
            (await Client.PostAsync("runs/log-model", new { run_id = id, model_json = model })).Ok();
        }

        var tag = (await Client.RunAsync(id))["data"]!["tags"]!.AsArray().Single(t => (string)t!["key"]! == "mlflow.log-model.history")!;
        var list = System.Text.Json.Nodes.JsonNode.Parse((string)tag["value"]!)!.AsArray();
        Assert.Equal(["m0", "m1"], list.Select(m => (string)m!["artifact_path"]!));
        (await Client.PostAsync("runs/log-model", new { run_id = id, model_json = "nope" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Malformed model info.");
        (await Client.PostAsync("runs/log-model", new { run_id = id, model_json = "{}" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Model json is missing mandatory fields: {'artifact_path'");
        (await Client.PostAsync("runs/log-model", new { run_id = id })).Is(400, "INVALID_PARAMETER_VALUE", "'model_json'");
    }
}
