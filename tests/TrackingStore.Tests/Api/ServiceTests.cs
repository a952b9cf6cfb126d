using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>What clients and MLflow's page ask besides experiments, runs and models.</summary>
public sealed class ServiceTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task ServerInfo_AndVersion_FitWhatIsServed()
    {
        const string info = """{"workspaces_enabled":false,"presigned_uploads_enabled":false,"presigned_downloads_enabled":false}""";
        Assert.Equal(info, (await Client.SendAsync(HttpMethod.Get, "/api/3.0/mlflow/server-info")).Ok().Text);
        Assert.Equal(info, (await Client.SendAsync(HttpMethod.Get, "/ajax-api/3.0/mlflow/server-info")).Ok().Text);
        // Logged models came with 3.0; from 3.4 on, clients send spans, which this server does not take.
        var version = Version.Parse((await Client.SendAsync(HttpMethod.Get, "/version")).Text);
        Assert.InRange(version, new Version(3, 0), new Version(3, 3, 9));
    }

    [Fact]
    public async Task Gateway_HasNoEndpoints()
    {
        Assert.Equal("""{"endpoints":[]}""", (await Client.SendAsync(HttpMethod.Get, "/ajax-api/2.0/mlflow/gateway-proxy")).Ok().Text);
        Assert.Equal(
            """{"endpoints":[]}""", (await Client.SendAsync(HttpMethod.Post, "/ajax-api/2.0/mlflow/gateway-proxy", new { })).Ok().Text);
    }

    [Fact]
    public async Task PromptlabRun_HasParametersAndTheTable()
    {
        var experiment = await Client.CreateExperimentAsync();
        var body = new
        {
            experiment_id = experiment,
            run_name = "try",
            prompt_template = "Say {{ word }}",
            prompt_parameters = new[] { new { key = "word", value = "hi" } },
            model_route = "chat",
            model_parameters = new[] { new { key = "temperature", value = "0.1" } },
            model_input = "Say hi",
            model_output = "hi",
            mlflow_version = "3.3.2",
        };
        var answer = (await Client.SendAsync(HttpMethod.Post, "/ajax-api/2.0/mlflow/runs/create-promptlab-run", body)).Ok();
        var run = answer["run"]!;
        Assert.Equal(("FINISHED", "try"), ((string)run["info"]!["status"]!, (string)run["info"]!["run_name"]!));
        Assert.Equal(
            ["model_route=chat", "prompt_template=Say {{ word }}", "temperature=0.1"],
            run["data"]!["params"]!.AsArray().Select(p => $"{p!["key"]}={p["value"]}").Order(StringComparer.Ordinal));
        Assert.Contains(run["data"]!["tags"]!.AsArray(), tag => (string)tag!["value"]! == "PROMPT_ENGINEERING");
        var table = await Client.SendAsync(HttpMethod.Get, $"/get-artifact?path=eval_results_table.json&run_id={run["info"]!["run_id"]}");
        Assert.Equal("""{"columns":["word","prompt","output"],"data":[["hi","Say hi","hi"]]}""", table.Ok().Text);
        (await Client.SendAsync(HttpMethod.Post, "/ajax-api/2.0/mlflow/runs/create-promptlab-run", new { experiment_id = experiment }))
            .Is(400, "INVALID_PARAMETER_VALUE", "CreatePromptlabRun request must specify prompt_template.");
    }

    [Theory]
    [InlineData(null, "model_route", "Duplicate parameter keys have been submitted: ['model_route']")]
    [InlineData("s3://b/x", "temperature", "are not kept by this server")]
    public async Task BadPromptlabRun_LeavesNoRun(string? location, string parameter, string message)
    {
        var create = new { name = MlflowClient.NewName(), artifact_location = location };
        var experiment = (string)(await Client.PostAsync("experiments/create", create)).Ok()["experiment_id"]!;
        var body = new
        {
            experiment_id = experiment,
            prompt_template = "Say it",
            prompt_parameters = new[] { new { key = "word", value = "hi" } },
            model_route = "chat",
            model_parameters = new[] { new { key = parameter, value = "1" } },
            model_input = "Say it",
            mlflow_version = "3.3.2",
        };
        (await Client.SendAsync(HttpMethod.Post, "/ajax-api/2.0/mlflow/runs/create-promptlab-run", body))
            .Is(400, "INVALID_PARAMETER_VALUE", message);
        Assert.Empty(await Client.SearchAsync(new { experiment_ids = new[] { experiment } }));
    }
}
