using System.Text.Json;
using DynamoToolkit.Local;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>
/// DynamoDB does what it is asked for, and its answer is lost, so the transport asks again. The client sees the effect of one request.
/// </summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private EndpointServer server = null!;

    private MlflowClient Client => server.Client;

    public async ValueTask InitializeAsync() => server = await EndpointServer.StartAsync(deletedRunsRetentionDays: 30);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Tags_AreDeleted_AndMissingOnlyIfTheyWereNotThere()
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        (await Client.PostAsync("runs/set-tag", new { run_id = run, key = "t", value = "v" })).Ok();
        (await Client.PostAsync("experiments/set-experiment-tag", new { experiment_id = experiment, key = "t", value = "v" })).Ok();
        (await LosingAsync("DeleteItem", "runs/delete-tag", new { run_id = run, key = "t" })).Ok();
        (await LosingAsync("DeleteItem", "experiments/delete-experiment-tag", new { experiment_id = experiment, key = "t" })).Ok();
        (await Client.PostAsync("runs/delete-tag", new { run_id = run, key = "t" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "No tag with name: t");
        (await Client.PostAsync("experiments/delete-experiment-tag", new { experiment_id = experiment, key = "t" }))
            .Is(404, "RESOURCE_DOES_NOT_EXIST", "No tag with name: t");
    }

    [Fact]
    public async Task Experiments_AreCreatedRenamedDeletedAndRestored()
    {
        var name = MlflowClient.NewName();
        var id = (string)(await LosingAsync("TransactWriteItems", "experiments/create", new { name })).Ok()["experiment_id"]!;
        (await LosingAsync("TransactWriteItems", "experiments/update", new { experiment_id = id, new_name = name + "2" })).Ok();
        (await LosingAsync("UpdateItem", "experiments/delete", new { experiment_id = id })).Ok();
        (await Client.PostAsync("experiments/delete", new { experiment_id = id })).Is(404, "RESOURCE_DOES_NOT_EXIST", id);
        (await LosingAsync("UpdateItem", "experiments/restore", new { experiment_id = id })).Ok();
        (await Client.PostAsync("experiments/restore", new { experiment_id = id })).Is(404, "RESOURCE_DOES_NOT_EXIST", id);
        var experiment = (await Client.GetAsync("experiments/get?experiment_id=" + id)).Ok()["experiment"]!;
        Assert.Equal((name + "2", "active"), ((string)experiment["name"]!, (string)experiment["lifecycle_stage"]!));
    }

    [Fact]
    public async Task Runs_AreCreatedRenamedDeletedAndRestored()
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = (string)(await LosingAsync("TransactWriteItems", "runs/create", new { experiment_id = experiment }))
            .Ok()["run"]!["info"]!["run_id"]!;
        (await LosingAsync("TransactWriteItems", "runs/update", new { run_id = run, run_name = "new" })).Ok();
        (await LosingAsync("UpdateItem", "runs/update", new { run_id = run, status = "FINISHED" })).Ok();
        (await LosingAsync("TransactWriteItems", "runs/delete", new { run_id = run })).Ok();
        (await LosingAsync("TransactWriteItems", "runs/restore", new { run_id = run })).Ok();
        Assert.Equal([run], await Client.SearchAsync(new { experiment_ids = new[] { experiment } }));
    }

    [Fact]
    public async Task Model_IsListedOnce_AlsoIfTheClientAsksAgain()
    {
        var run = await Client.CreateRunAsync();
        var first = """{"artifact_path":"m","flavors":{},"utc_time_created":"1","run_id":"r"}""";
        (await LosingAsync("PutItem", "runs/log-model", new { run_id = run, model_json = first })).Ok();
        var again = first.Replace(",", ", ", StringComparison.Ordinal);
        (await Client.PostAsync("runs/log-model", new { run_id = run, model_json = again })).Ok();
        var second = first.Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        (await LosingAsync("PutItem", "runs/log-model", new { run_id = run, model_json = second })).Ok();
        var tags = (await Client.RunAsync(run))["data"]!["tags"]!.AsArray();
        var list = (string)tags.Single(t => (string)t!["key"]! == "mlflow.log-model.history")!["value"]!;
        Assert.Equal(
            ["1", "2"],
            JsonDocument.Parse(list).RootElement.EnumerateArray().Select(model => model.GetProperty("utc_time_created").GetString()));
    }

    [Fact]
    public async Task LoggedModels_AreCreatedFilledAndDeleted()
    {
        var model = (string)(await LosingAsync("TransactWriteItems", "logged-models", new { experiment_id = "0" }))
            .Ok()["model"]!["info"]!["model_id"]!;
        var parameters = new { @params = new[] { new { key = "p", value = "1" } } };
        (await LosingAsync("TransactWriteItems", $"logged-models/{model}/params", parameters)).Ok();
        var run = await Client.CreateRunAsync();
        var metric = new { run_id = run, key = "m", value = 1, timestamp = 1, model_id = model };
        foreach (var operation in (string[])["TransactWriteItems", "PutItem"])
            (await LosingAsync(operation, "runs/log-metric", metric)).Ok();

        (await Client.PatchAsync($"logged-models/{model}/tags", new { tags = new[] { new { key = "k", value = "v" } } })).Ok();
        (await LosingAsync("TransactWriteItems", $"logged-models/{model}/tags/k", new { }, HttpMethod.Delete)).Ok();
        (await LosingAsync("UpdateItem", $"logged-models/{model}", new { status = 2 }, HttpMethod.Patch)).Ok();
        Assert.Single((await Client.LoggedModelAsync(model))["data"]!["metrics"]!.AsArray());
        var name = await Client.CreateModelAsync();
        (await LosingAsync("PutItem", "model-versions/create", new { name, source = "models:/" + model, model_id = model })).Ok();
        Assert.Equal(
            $$"""[{"name": "{{name}}", "version": 1}]""", (string)(await Client.LoggedModelAsync(model))["info"]!["tags"]![0]!["value"]!);
        (await LosingAsync("UpdateItem", $"logged-models/{model}", new { }, HttpMethod.Delete)).Ok();
    }

    /// <summary>The second attempt must not take the pieces of a long schema for those of another request.</summary>
    [Fact]
    public async Task Dataset_WithALongSchema_StaysWhole()
    {
        var experiment = await Client.CreateExperimentAsync();
        var run = await Client.CreateRunAsync(experiment);
        var schema = new string('s', 250_000);
        var dataset = new { name = "d", digest = "1", source_type = "t", source = "s", schema };
        (await LosingAsync("PutItem", "runs/log-inputs", new { run_id = run, datasets = new[] { new { dataset } } })).Ok();
        var logged = (await Client.RunAsync(run))["inputs"]!["dataset_inputs"]![0]!["dataset"]!;
        Assert.Equal(schema, (string)logged["schema"]!);
        Assert.Single((await Client.PostAsync("experiments/search-datasets", new { experiment_ids = new[] { experiment } }))
            .Ok()["dataset_summaries"]!.AsArray());
    }

    private async Task<Answer> LosingAsync(string operation, string path, object body, HttpMethod? method = null)
    {
        var struck = server.Engine.Faults.Struck;
        server.Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = [operation], Count = 1 });
        var answer = await Client.SendAsync(method ?? HttpMethod.Post, "/api/2.0/mlflow/" + path, body);
        Assert.Equal(struck + 1, server.Engine.Faults.Struck);
        return answer;
    }
}
