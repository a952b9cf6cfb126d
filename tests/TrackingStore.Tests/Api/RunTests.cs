using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class RunTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Create_Run_HasWhatWasGiven()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var answer = await Client.PostAsync("runs/create", new
        {
            experiment_id = experimentId,
            user_id = "ada",
            run_name = "first",
            start_time = "1700000000000",
            tags = new[] { new { key = "mlflow.user", value = "ada" } },
        });
        var info = answer.Ok()["run"]!["info"]!;
        var id = (string)info["run_id"]!;
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal("RUNNING", (string)info["status"]!);
        Assert.Equal(1_700_000_000_000, (long)info["start_time"]!);
        Assert.Equal("active", (string)info["lifecycle_stage"]!);
        Assert.Equal($"mlflow-artifacts:/{experimentId}/{id}/artifacts", (string)info["artifact_uri"]!);
        var run = await Client.RunAsync(id);
        Assert.Equal(info.ToJsonString(), run["info"]!.ToJsonString());
        Assert.Equal(
            """[{"key":"mlflow.runName","value":"first"},{"key":"mlflow.user","value":"ada"}]""",
            run["data"]!["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task Create_Names_ComeFromArgumentTagOrChance()
    {
        Assert.Equal("t", await NameAsync(new { tags = new[] { new { key = "mlflow.runName", value = "t" } } }));
        Assert.Equal("n", await NameAsync(new { run_name = "n", tags = new[] { new { key = "mlflow.runName", value = "n" } } }));
        Assert.Matches(@"^\w+-\w+-\d+$", await NameAsync(new { experiment_id = "0" }));
        (await Client.PostAsync("runs/create", new { run_name = "n", tags = new[] { new { key = "mlflow.runName", value = "t" } } }))
            .Is(
                400,
                "INVALID_PARAMETER_VALUE",
                "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values " +
                "(run_name='n', mlflow.runName='t').");
    }

    [Fact]
    public async Task Create_ManyTags_AllArrive()
    {
        var tags = Enumerable.Range(0, 250).Select(i => new { key = $"k{i}", value = "v" }).ToArray();
        var id = (string)(await Client.PostAsync("runs/create", new { tags })).Ok()["run"]!["info"]!["run_id"]!;
        Assert.Equal(251, (await Client.RunAsync(id))["data"]!["tags"]!.AsArray().Count);
    }

    [Fact]
    public async Task Create_InMissingExperiment_IsNotFound() =>
        (await Client.PostAsync("runs/create", new { experiment_id = "99999" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "No Experiment with id=99999 exists");

    [Fact]
    public async Task Update_StatusEndAndName_KeepsTheRest()
    {
        var id = await Client.CreateRunAsync();
        var info = (await Client.PostAsync("runs/update", new { run_id = id, status = "FINISHED", end_time = 5, run_name = "new" }))
            .Ok()["run_info"]!;
        Assert.Equal(("FINISHED", 5, "new"), ((string)info["status"]!, (int)info["end_time"]!, (string)info["run_name"]!));
        var again = (await Client.PostAsync("runs/update", new { run_id = id, status = "RUNNING" })).Ok()["run_info"]!;
        Assert.Equal(("RUNNING", 5, "new"), ((string)again["status"]!, (int)again["end_time"]!, (string)again["run_name"]!));
        var ignored = (await Client.PostAsync("runs/update", new { run_id = id, status = "BOGUS" })).Ok()["run_info"]!;
        Assert.Equal("RUNNING", (string)ignored["status"]!);
        Assert.Contains(
            (await Client.RunAsync(id))["data"]!["tags"]!.AsArray(),
            t => (string)t!["key"]! == "mlflow.runName" && (string)t["value"]! == "new");
    }

    [Fact]
    public async Task SetTag_OfTheName_RenamesTheRun()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = "mlflow.runName", value = "other" })).Ok();
        Assert.Equal("other", (string)(await Client.RunAsync(id))["info"]!["run_name"]!);
        (await Client.PostAsync("runs/log-batch", new { run_id = id, tags = new[] { new { key = "mlflow.runName", value = "third" } } }))
            .Ok();
        Assert.Equal("third", (string)(await Client.RunAsync(id))["info"]!["run_name"]!);
    }

    [Fact]
    public async Task Tags_SetDeleteAndLimits()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/set-tag", new { run_uuid = id, key = "k", value = new string('v', 9000) })).Ok();
        var value = (string)(await Client.RunAsync(id))["data"]!["tags"]!.AsArray().Single(t => (string)t!["key"]! == "k")!["value"]!;
        Assert.Equal(8000, value.Length);
        (await Client.PostAsync("runs/delete-tag", new { run_id = id, key = "k" })).Ok();
        (await Client.PostAsync("runs/delete-tag", new { run_id = id, key = "k" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"No tag with name: k in run with id {id}");
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = "a//b", value = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "must not resolve to other names");
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = "a#b", value = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Names may only contain alphanumerics");
        (await Client.PostAsync("runs/set-tag", new { run_id = id, value = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'key'");
        (await Client.PostAsync("runs/set-tag", new { key = "k", value = "" }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Missing value for required parameter 'run_id'");
        (await Client.PostAsync("runs/set-tag", new { run_id = id, key = "k", value = 41 }))
            .Is(400, "INVALID_PARAMETER_VALUE", "Invalid value 41 for parameter 'value'");
    }

    [Fact]
    public async Task Deleted_Run_CanBeReadAndRestoredOnly()
    {
        var id = await Client.CreateRunAsync();
        (await Client.PostAsync("runs/delete", new { run_id = id })).Ok();
        (await Client.PostAsync("runs/delete", new { run_id = id })).Ok();
        Assert.Equal("deleted", (string)(await Client.RunAsync(id))["info"]!["lifecycle_stage"]!);
        foreach (var (path, body) in Writes(id))
        {
            (await Client.PostAsync(path, body))
                .Is(400, "INVALID_PARAMETER_VALUE", $"The run {id} must be in the 'active' state. Current state is deleted.");
        }

        (await Client.PostAsync("runs/restore", new { run_id = id })).Ok();
        (await Client.PostAsync("runs/restore", new { run_id = id })).Ok();
        Assert.Equal("active", (string)(await Client.RunAsync(id))["info"]!["lifecycle_stage"]!);
    }

    [Fact]
    public async Task Missing_Run_IsNotFoundEverywhere()
    {
        const string id = "aaaabbbbccccddddaaaabbbbccccdddd";
        (await Client.GetAsync("runs/get?run_id=" + id)).Is(404, "RESOURCE_DOES_NOT_EXIST", $"Run with id={id} not found");
        foreach (var (path, body) in Writes(id).Append(("runs/delete", new { run_id = id })).Append(("runs/restore", new { run_id = id })))
            (await Client.PostAsync(path, body)).Is(404, "RESOURCE_DOES_NOT_EXIST", $"Run with id={id} not found");

        (await Client.GetAsync($"metrics/get-history?run_id={id}&metric_key=a"))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", $"Run with id={id} not found");
        (await Client.GetAsync("artifacts/list?run_id=" + id)).Is(404, "RESOURCE_DOES_NOT_EXIST", $"Run with id={id} not found");
    }

    /// <summary>An answer need not show 30 MB of what is not found.</summary>
    [Fact]
    public async Task LongIds_AreNotFound_InShortWords()
    {
        var text = new string('a', 5_000_000);
        var id = await Client.CreateRunAsync();
        foreach (var (path, body) in Writes(text)
            .Append(("runs/create", new { experiment_id = text }))
            .Append(("experiments/delete", new { experiment_id = text }))
            .Append(("runs/delete-tag", new { run_id = id, key = text }))
            .Append(("experiments/delete-experiment-tag", new { experiment_id = "0", key = text })))
        {
            var answer = await Client.PostAsync(path, body);
            Assert.True(answer.Status is 400 or 404, $"{path}: {answer.Status}");
            Assert.InRange(answer.Text.Length, 1, 25_000);
        }
    }

    private static IEnumerable<(string Path, object Body)> Writes(string id) =>
    [
        ("runs/update", new { run_id = id, status = "FINISHED" }),
        ("runs/update", new { run_id = id, run_name = "x" }),
        ("runs/update", new { run_id = id }),
        ("runs/set-tag", new { run_id = id, key = "k", value = "v" }),
        ("runs/delete-tag", new { run_id = id, key = "k" }),
        ("runs/log-metric", new { run_id = id, key = "k", value = 1, timestamp = 1 }),
        ("runs/log-parameter", new { run_id = id, key = "k", value = "v" }),
        ("runs/log-batch", new { run_id = id }),
        ("runs/log-inputs", new { run_id = id }),
        ("runs/outputs", new { run_id = id }),
        ("runs/log-model", new { run_id = id, model_json = """{"artifact_path":"m","flavors":{},"utc_time_created":"x","run_id":"y"}""" }),
    ];

    private async Task<string> NameAsync(object body) =>
        (string)(await Client.PostAsync("runs/create", body)).Ok()["run"]!["info"]!["run_name"]!;
}
