using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>The requests that the real Python client makes, in its order and with its spelling.</summary>
public sealed class ClientSequenceTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private MlflowClient Client => server.Client;

    [Fact]
    public async Task PythonClient_FromSetExperimentToDownload_GetsWhatItExpects()
    {
        // set_experiment, new and then existing
        var name = MlflowClient.NewName("train");
        (await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Is(404, "RESOURCE_DOES_NOT_EXIST", name);
        var experimentId = (string)(await Client.PostAsync("experiments/create", new { name, artifact_location = "" }))
            .Ok()["experiment_id"]!;
        (await Client.GetAsync("experiments/get?experiment_id=" + experimentId)).Ok();
        (await Client.GetAsync("experiments/get-by-name?experiment_name=" + name)).Ok();

        // start_run
        var created = await Client.PostAsync("runs/create", new
        {
            experiment_id = experimentId,
            user_id = "root",
            run_name = "first",
            start_time = 1_700_000_000_000,
            tags = Tags("mlflow.user", "root", "mlflow.source.name", "train.py", "mlflow.source.type", "LOCAL", "mlflow.runName", "first"),
        });
        var info = created.Ok()["run"]!["info"]!;
        var runId = (string)info["run_id"]!;

        // log_param, log_params, log_metric, log_metrics, set_tag, set_tags
        (await Client.PostAsync("runs/log-parameter", new { run_uuid = runId, run_id = runId, key = "lr", value = "0.1" })).Ok();
        (await Client.PostAsync("runs/log-batch", new { run_id = runId, @params = Tags("depth", "3", "seed", "7") })).Ok();
        (await Client.PostAsync(
            "runs/log-metric",
            new { run_uuid = runId, run_id = runId, key = "loss", value = 0.5, timestamp = 1_700_000_000_001, step = 0 }))
            .Ok();
        (await Client.PostAsync(
            "runs/log-batch",
            new { run_id = runId, metrics = new[] { new { key = "loss", value = 0.25, timestamp = 1_700_000_000_002, step = 1 } } }))
            .Ok();
        (await Client.PostAsync("runs/set-tag", new { run_uuid = runId, run_id = runId, key = "team", value = "blue" })).Ok();
        (await Client.PostAsync("runs/log-batch", new { run_id = runId, tags = Tags("a", "1", "b", "2") })).Ok();

        // log_text: the run once, then the file
        var uri = (string)(await Client.RunAsync(runId))["info"]!["artifact_uri"]!;
        Assert.Equal($"mlflow-artifacts:/{experimentId}/{runId}/artifacts", uri);
        var file = $"/api/2.0/mlflow-artifacts/artifacts/{experimentId}/{runId}/artifacts/notes/hello.txt";
        (await Client.SendAsync(HttpMethod.Put, file, "hello"u8.ToArray(), "text/plain")).Ok();

        // log_input
        var dataset = new { name = "iris", digest = "abc", source_type = "local", source = "{}" };
        var input = new { dataset, tags = Tags("mlflow.data.context", "training") };
        (await Client.PostAsync("runs/log-inputs", new { run_id = runId, datasets = new[] { input } })).Ok();

        // end_run
        (await Client.PostAsync("runs/update", new { run_uuid = runId, run_id = runId, status = "FINISHED", end_time = 1_700_000_000_100 }))
            .Ok();

        // resume: the end stays until the next one
        (await Client.GetAsync("runs/get?run_uuid=" + runId)).Ok();
        var resumed = (await Client.PostAsync("runs/update", new { run_id = runId, status = "RUNNING" })).Ok()["run_info"]!;
        Assert.Equal(("RUNNING", 1_700_000_000_100), ((string)resumed["status"]!, (long)resumed["end_time"]!));
        (await Client.PostAsync("runs/update", new { run_id = runId, status = "FINISHED", end_time = 1_700_000_000_200 })).Ok();

        // a nested run, then search_runs as pandas pages it
        var nested = await Client.PostAsync(
            "runs/create",
            new { experiment_id = experimentId, start_time = 1_700_000_000_050, tags = Tags("mlflow.parentRunId", runId) });
        string[] ids = [experimentId], none = [];
        var found = await Client.SearchAsync(
            new { experiment_ids = ids, filter = "", run_view_type = "ACTIVE_ONLY", max_results = 10_000, order_by = none });
        Assert.Equal([(string)nested.Ok()["run"]!["info"]!["run_id"]!, runId], found);
        Assert.Equal(
            [runId],
            await Client.SearchAsync(
                new { experiment_ids = ids, filter = "metrics.loss < 0.3 and tags.team = 'blue' and params.lr = '0.1'" }));

        // get_metric_history always asks for pages of 25000
        var history = (await Client.GetAsync($"metrics/get-history?run_uuid={runId}&run_id={runId}&metric_key=loss&max_results=25000"))
            .Ok();
        Assert.Equal([0.5, 0.25], history["metrics"]!.AsArray().Select(m => (double)m!["value"]!));

        // download_artifacts: list the folders, then get the files
        var folder = (await Client.SendAsync(HttpMethod.Get, $"/api/2.0/mlflow-artifacts/artifacts?path={experimentId}/{runId}/artifacts"))
            .Ok();
        Assert.Equal("""[{"path":"notes","is_dir":true}]""", folder["files"]!.ToJsonString());
        Assert.Equal("hello", (await Client.SendAsync(HttpMethod.Get, file)).Ok().Text);
    }

    private static object[] Tags(params string[] pairs) => [.. pairs.Chunk(2).Select(pair => new { key = pair[0], value = pair[1] })];
}
