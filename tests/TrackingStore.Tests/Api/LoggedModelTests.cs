using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>Logged models, as MLflow's 3.x client creates, fills and registers them.</summary>
public sealed class LoggedModelTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Missing = "RESOURCE_DOES_NOT_EXIST";
    private const string Invalid = "INVALID_PARAMETER_VALUE";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Model_IsCreatedFinalizedAndDeleted()
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        var answer = (await Client.PostAsync("logged-models", new
        {
            experiment_id = experiment,
            name = "net",
            model_type = "agent",
            source_run_id = run,
            @params = new[] { new { key = "depth", value = "3" } },
            tags = new[] { new { key = "team/a", value = "blue" } },
        })).Ok();
        var info = answer["model"]!["info"]!;
        var (id, time) = ((string)info["model_id"]!, (long)info["creation_timestamp_ms"]!);
        Assert.Matches("^m-[0-9a-f]{32}$", id);
        Assert.Equal(
            $$"""{"model":{"info":{"model_id":"{{id}}","experiment_id":"{{experiment}}","name":"net","creation_timestamp_ms":{{time}},""" +
            $$""" "last_updated_timestamp_ms":{{time}},"artifact_uri":"mlflow-artifacts:/{{experiment}}/models/{{id}}/artifacts","""[1..] +
            $$""" "status":"LOGGED_MODEL_PENDING","model_type":"agent","source_run_id":"{{run}}","""[1..] +
            """ "tags":[{"key":"team/a","value":"blue"}]},"data":{"params":[{"key":"depth","value":"3"}]}}}"""[1..],
            answer.Text);
        Assert.Equal(answer.Text, (await Client.GetAsync("logged-models/" + id)).Ok().Text);

        var ready = (await Client.PatchAsync("logged-models/" + id, new { model_id = id, status = "LOGGED_MODEL_READY" })).Ok();
        Assert.Equal("LOGGED_MODEL_READY", (string)ready["model"]!["info"]!["status"]!);
        Assert.True((long)ready["model"]!["info"]!["last_updated_timestamp_ms"]! >= time);
        (await Client.PatchAsync("logged-models/" + id, new { status = 3 })).Ok();
        Assert.Equal("LOGGED_MODEL_UPLOAD_FAILED", (string)(await Client.LoggedModelAsync(id))["info"]!["status"]!);
        (await Client.PatchAsync("logged-models/" + id, new { status = "BOGUS" }))
            .Is(400, Invalid, "Missing value for required parameter 'status'");

        for (var i = 0; i < 2; i++) Assert.Equal("{}", (await Client.DeleteAsync("logged-models/" + id, new { })).Ok().Text);
        await IsGoneAsync(id);
    }

    [Fact]
    public async Task MissingModel_IsNotFound()
    {
        foreach (var id in (string[])["m-0", $"m-{new string('0', 32)}", "bogus", new string('x', 2000)])
        {
            await IsGoneAsync(id);
            (await Client.DeleteAsync("logged-models/" + id, new { })).Is(404, Missing, "Logged model with ID '");
        }
    }

    /// <summary>The client sends no body and no content type with this, and does not encode slashes.</summary>
    [Fact]
    public async Task Tags_AreSetReplacedAndDeleted()
    {
        var id = await Client.CreateLoggedModelAsync(await Client.CreateExperimentAsync());
        var tags = new[] { new { key = "a/b c", value = "1" }, new { key = "t", value = "1" }, new { key = "t", value = "2" } };
        Assert.Equal("{}", (await Client.PatchAsync($"logged-models/{id}/tags", new { tags })).Ok().Text);
        Assert.Equal(
            """[{"key":"a/b c","value":"1"},{"key":"t","value":"2"}]""",
            (await Client.LoggedModelAsync(id))["info"]!["tags"]!.ToJsonString());
        (await Client.SendAsync(HttpMethod.Delete, $"/api/2.0/mlflow/logged-models/{id}/tags/a/b%20c")).Ok();
        (await Client.SendAsync(HttpMethod.Delete, $"/api/2.0/mlflow/logged-models/{id}/tags/a/b%20c"))
            .Is(404, Missing, $"No tag with key 'a/b c' found for model with ID '{id}'.");
        Assert.Single((await Client.LoggedModelAsync(id))["info"]!["tags"]!.AsArray());
        (await Client.PatchAsync($"logged-models/{id}/tags", new { tags })).Ok();
        (await Client.SendAsync(HttpMethod.Delete, $"/api/2.0/mlflow/logged-models/{id}/tags/a%2Fb%20c")).Ok();
        Assert.Single((await Client.LoggedModelAsync(id))["info"]!["tags"]!.AsArray());
        (await Client.PatchAsync($"logged-models/{id}/tags", new { tags = new[] { new { key = "k", value = new string('v', 8001) } } }))
            .Is(400, Invalid, "'tags[0].value' exceeds the maximum length of 8000 characters");
    }

    [Fact]
    public async Task Params_StayAsTheyWereLogged()
    {
        var many = Enumerable.Range(0, 250).Select(i => new { key = $"p{i:000}", value = $"{i}" }).ToArray();
        var id = await Client.CreateLoggedModelAsync(await Client.CreateExperimentAsync(), new { @params = many });
        var path = $"logged-models/{id}/params";
        for (var i = 0; i < 2; i++) (await Client.PostAsync(path, new { @params = new[] { new { key = "q", value = "1" } } })).Ok();
        (await Client.PostAsync(path, new { @params = new[] { new { key = "new", value = "1" }, new { key = "q", value = "2" } } })).Is(
            400,
            Invalid,
            $"Param with key='q' was already logged with value='1' for model ID='{id}'. Attempted logging new value '2'.");
        (await Client.PostAsync(path, new { @params = new[] { new { key = "d", value = "1" }, new { key = "d", value = "1" } } }))
            .Is(400, Invalid, "Duplicate parameter keys have been submitted: ['d']");
        (await Client.PostAsync(path, new { @params = many.Take(101) })).Is(400, Invalid, "at most 100 params");
        var logged = (await Client.LoggedModelAsync(id))["data"]!["params"]!.AsArray();
        Assert.Equal([.. many.Select(p => p.key), "q"], logged.Select(p => (string)p!["key"]!));
    }

    [Theory]
    [InlineData("""{"name":"a/b"}""", "Invalid model name ('a/b') provided")]
    [InlineData("""{"name":"a.b"}""", "Invalid model name")]
    [InlineData("""{"name":"a:b"}""", "Invalid model name")]
    [InlineData("""{"name":"a%b"}""", "Invalid model name")]
    [InlineData("""{"name":"a'b"}""", "Invalid model name")]
    [InlineData("""{"name":" "}""", "Invalid model name")]
    [InlineData("""{"name":"a\u0007b"}""", "Invalid model name")]
    [InlineData("""{"source_run_id":"no id!"}""", "Invalid run ID")]
    [InlineData("""{"tags":[{"value":"v"}]}""", "Missing value for required parameter 'tags[0].key'")]
    [InlineData("""{"params":[{"key":"a//b"}]}""", "Names may be treated as files")]
    public async Task BadModel_IsRefused(string fields, string message)
    {
        var body = fields.TrimEnd('}') + ",\"experiment_id\":\"0\"}";
        (await Client.PostAsync("logged-models", body)).Is(400, Invalid, message);
    }

    [Fact]
    public async Task Experiment_MustBeActive()
    {
        (await Client.PostAsync("logged-models", new { })).Is(400, Invalid, "Missing value for required parameter 'experiment_id'");
        (await Client.PostAsync("logged-models", new { experiment_id = "99999" })).Is(404, Missing, "No Experiment with id=99999 exists");
        var experiment = await Client.CreateExperimentAsync();
        var id = await Client.CreateLoggedModelAsync(experiment);
        (await Client.PostAsync("experiments/delete", new { experiment_id = experiment })).Ok();
        (await Client.PostAsync("logged-models", new { experiment_id = experiment })).Is(400, Invalid, "must be in the 'active' state");
        Assert.Matches("^[a-z]+-[a-z]+-[0-9]+$", (string)(await Client.LoggedModelAsync(id))["info"]!["name"]!);
    }

    /// <summary>The run has the history; the model has the latest point of each metric, run and data set.</summary>
    [Fact]
    public async Task Metrics_OfAModel_AreTheLatestOfEachRunAndDataset()
    {
        var experiment = await Client.CreateExperimentAsync();
        var (first, second) = (await Client.CreateRunAsync(experiment), await Client.CreateRunAsync(experiment));
        var id = await Client.CreateLoggedModelAsync(experiment);
        object Point(double value, long step, string? dataset = null) =>
            new { key = "acc", value, timestamp = 5, step, model_id = id, dataset_name = dataset, dataset_digest = dataset };
        var metrics = new[] { Point(0.3, 2), Point(0.1, 1), Point(0.5, 1, "d"), new { key = "loss", value = 1, timestamp = 1 } };
        for (var i = 0; i < 2; i++) (await Client.PostAsync("runs/log-batch", new { run_id = first, metrics })).Ok();
        (await Client.PostAsync(
            "runs/log-metric", new { run_id = second, key = "acc", value = 0.9, timestamp = 7, step = 3, model_id = id })).Ok();
        (await Client.PostAsync(
            "runs/log-metric", new { run_id = second, key = "acc", value = 0.8, timestamp = 7, step = 2, model_id = id })).Ok();
        var shown = (await Client.LoggedModelAsync(id))["data"]!["metrics"]!.AsArray().Select(m =>
            $"{m!["key"]} {m["value"]} {m["step"]} {((string)m["run_id"]! == first ? 1 : 2)} {m["dataset_name"]} " +
            $"{(string)m["model_id"]! == id}");
        Assert.Equal(
            ["acc 0.3 2 1  True", "acc 0.5 1 1 d True", "acc 0.9 3 2  True"], shown.Order(StringComparer.Ordinal));
        var history = (await Client.GetAsync($"metrics/get-history?run_id={first}&metric_key=acc")).Ok()["metrics"]!.AsArray();
        Assert.Equal([0.1, 0.5, 0.3], history.Select(m => (double)m!["value"]!));
    }

    [Fact]
    public async Task Metric_OfAMissingModel_IsNotLogged()
    {
        var run = await Client.CreateRunAsync();
        var metric = new { key = "m", value = 1, timestamp = 1, model_id = $"m-{new string('0', 32)}" };
        (await Client.PostAsync("runs/log-batch", new { run_id = run, metrics = new[] { metric } }))
            .Is(404, Missing, "Logged model with ID");
        (await Client.PostAsync("runs/log-metric", new { run_id = run, metric.key, metric.value, metric.timestamp, metric.model_id }))
            .Is(404, Missing, "Logged model with ID");
        Assert.Null((await Client.RunAsync(run))["data"]!["metrics"]);
        var id = await Client.CreateLoggedModelAsync("0");
        (await Client.PostAsync("runs/delete", new { run_id = run })).Ok();
        (await Client.PostAsync("runs/log-metric", new { run_id = run, key = "m", value = 1, timestamp = 1, model_id = id }))
            .Is(400, Invalid, "must be in the 'active' state");
        Assert.Null((await Client.LoggedModelAsync(id))["data"]!["metrics"]);
    }

    [Fact]
    public async Task Files_AreListedAndSent()
    {
        var id = await Client.CreateLoggedModelAsync("0");
        var files = $"/api/2.0/mlflow-artifacts/artifacts/0/models/{id}/artifacts/";
        foreach (var file in (string[])["MLmodel", "data/a.bin"])
            (await Client.SendAsync(HttpMethod.Put, files + file, "abc"u8.ToArray(), "application/octet-stream")).Ok();
        var list = $"logged-models/{id}/artifacts/directories";
        Assert.Equal(
            $$"""{"root_uri":"mlflow-artifacts:/0/models/{{id}}/artifacts","files":[{"path":"MLmodel","is_dir":false,"file_size":3},""" +
            """ {"path":"data","is_dir":true}]}"""[1..],
            (await Client.GetAsync(list)).Ok().Text);
        var folder = (await Client.GetAsync(list + "?artifact_directory_path=data")).Ok();
        Assert.Equal("data/a.bin", (string)folder["files"]![0]!["path"]!);
        var ajax = $"/ajax-api/2.0/mlflow/logged-models/{id}/artifacts/files?artifact_file_path=";
        Assert.Equal("abc", (await Client.SendAsync(HttpMethod.Get, ajax + "data/a.bin")).Ok().Text);
        (await Client.SendAsync(HttpMethod.Get, ajax + "..%2F..%2Fx")).Is(400, Invalid, "Invalid path");
        (await Client.SendAsync(HttpMethod.Get, ajax + "nothing")).Is(404, Missing, "No such artifact");
        (await Client.DeleteAsync("logged-models/" + id, new { })).Ok();
        (await Client.GetAsync(list)).Is(404, Missing, "Logged model with ID");
    }

    [Fact]
    public async Task Version_OfALoggedModel_HasItsFiles_AndIsListedByTheModel()
    {
        var experiment = await Client.CreateExperimentAsync();
        var id = await Client.CreateLoggedModelAsync(experiment);
        var name = await Client.CreateModelAsync();
        for (var i = 1; i <= 2; i++)
        {
            var created = await Client.PostAsync("model-versions/create", new { name, source = "models:/" + id, model_id = id });
            Assert.Equal(id, (string)created.Ok()["model_version"]!["model_id"]!);
        }

        Assert.Equal(
            $"mlflow-artifacts:/{experiment}/models/{id}/artifacts",
            (string)(await Client.GetAsync($"model-versions/get-download-uri?name={name}&version=1")).Ok()["artifact_uri"]!);
        var tag = (await Client.LoggedModelAsync(id))["info"]!["tags"]!.AsArray().Single();
        Assert.Equal("mlflow.modelVersions", (string)tag!["key"]!);
        Assert.Equal($$"""[{"name": "{{name}}", "version": 1}, {"name": "{{name}}", "version": 2}]""", (string)tag["value"]!);
        (await Client.PostAsync("model-versions/create", new { name, source = $"models:/m-{new string('0', 32)}" }))
            .Is(404, Missing, "Logged model with ID");
        // A local source has to be among the model's artifacts, so it needs no run.
        (await Client.PostAsync("model-versions/create", new { name, source = "/etc/passwd", model_id = id }))
            .Is(400, "INVALID_PARAMETER_VALUE", "the model_id request parameter has to be specified");
        (await Client.PostAsync("model-versions/create", new { name, source = "s3://b/c", model_id = "m-1" }))
            .Is(404, Missing, "Logged model with ID 'm-1' not found.");
        Assert.Equal([$"{name} 2", $"{name} 1"], await Client.SearchVersionsAsync($"name = '{name}'"));
    }

    /// <summary>Clients register a logged model without naming its run, and look for the run's versions later.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Version_OfALoggedModel_HasItsRun_UnlessAnotherIsGiven(bool isSource)
    {
        var (experiment_id, name) = (await Client.CreateExperimentAsync(), await Client.CreateModelAsync());
        var source_run_id = await Client.CreateRunAsync(experiment_id);
        var created = await Client.PostAsync("logged-models", new { experiment_id, name = "m", source_run_id });
        var id = (string)created.Ok()["model"]!["info"]!["model_id"]!;
        object[] requests = isSource
            ? [new { name, source = "models:/" + id }, new { name, source = "models:/" + id, run_id = "other" }]
            : [new { name, source = "s3://b/c", model_id = id }, new { name, source = "s3://b/c", model_id = id, run_id = "other" }];
        var runs = new List<string>();
        foreach (var request in requests)
            runs.Add((string)(await Client.PostAsync("model-versions/create", request)).Ok()["model_version"]!["run_id"]!);
        Assert.Equal([source_run_id, "other"], runs);
        Assert.Equal([$"{name} 1"], await Client.SearchVersionsAsync($"run_id = '{source_run_id}'"));
    }

    [Fact]
    public async Task Version_OfALoggedModelElsewhere_HasALocalSource()
    {
        var create = new { name = MlflowClient.NewName(), artifact_location = "/some/where" };
        var id = await Client.CreateLoggedModelAsync((string)(await Client.PostAsync("experiments/create", create)).Ok()["experiment_id"]!);
        var source = (string)(await Client.LoggedModelAsync(id))["info"]!["artifact_uri"]!;
        var name = await Client.CreateModelAsync();
        (await Client.PostAsync("model-versions/create", new { name, source, model_id = id })).Ok();
        (await Client.PostAsync("model-versions/create", new { name, source = source + "/x", model_id = id })).Ok();
        (await Client.PostAsync("model-versions/create", new { name, source }))
            .Is(400, "INVALID_PARAMETER_VALUE", "the run_id request parameter has to be specified");
    }

    private async Task IsGoneAsync(string id)
    {
        const string message = "Logged model with ID '";
        (await Client.GetAsync("logged-models/" + id)).Is(404, Missing, message);
        (await Client.PatchAsync("logged-models/" + id, new { status = "LOGGED_MODEL_READY" })).Is(404, Missing, message);
        (await Client.PatchAsync($"logged-models/{id}/tags", new { })).Is(404, Missing, message);
        (await Client.DeleteAsync($"logged-models/{id}/tags/k", new { })).Is(404, Missing, message);
        (await Client.PostAsync($"logged-models/{id}/params", new { })).Is(404, Missing, message);
        (await Client.GetAsync($"logged-models/{id}/artifacts/directories")).Is(404, Missing, message);
    }
}
