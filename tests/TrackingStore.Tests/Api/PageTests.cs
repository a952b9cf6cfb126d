using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

public sealed class PageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "<script>alert(\"x\")</script>&'";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Pages_ShowExperimentsRunsAndMetrics_Escaped()
    {
        var name = MlflowClient.NewName(Nasty);
        var experimentId = await Client.CreateExperimentAsync(name);
        var run = (await Client.PostAsync(
            "runs/create",
            new { experiment_id = experimentId, run_name = Nasty, start_time = long.MaxValue }))
            .Ok()["run"]!["info"]!;
        var runId = (string)run["run_id"]!;
        (await Client.PostAsync("runs/log-metric", new { run_id = runId, key = "loss", value = 0.125, timestamp = 1, step = 7 })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = runId, key = "p", value = Nasty })).Ok();
        (await Client.SendAsync(
            HttpMethod.Put,
            $"/api/2.0/mlflow-artifacts/artifacts/{experimentId}/{runId}/artifacts/dir/%3Cb%3E.txt",
            "x"u8.ToArray()))
            .Ok();

        var home = await PageAsync("/");
        Assert.Contains("loss 0.125", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"/runs/{runId}\"", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"/experiments/{experimentId}\"", home, StringComparison.Ordinal);
        Assert.Contains("loss 0.125", await PageAsync("/experiments/" + experimentId), StringComparison.Ordinal);
        var page = await PageAsync("/runs/" + runId);
        Assert.Contains("0.125 at step 7", page, StringComparison.Ordinal);
        Assert.Contains($"/get-artifact?run_id={runId}&amp;path=dir%2F%3Cb%3E.txt", page, StringComparison.Ordinal);
    }

    /// <summary>A folder 980 levels deep, and a file in it, which took minutes.</summary>
    [Fact]
    public async Task RunPage_OverDeepFolders_IsCut()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var runId = await Client.CreateRunAsync(experimentId);
        var root = $"/api/2.0/mlflow-artifacts/artifacts/{experimentId}/{runId}/artifacts";
        (await Client.SendAsync(HttpMethod.Put, $"{root}/{string.Concat(Enumerable.Repeat("a/", 980))}x", "x"u8.ToArray())).Ok();
        (await Client.SendAsync(HttpMethod.Put, $"{root}/note.txt", "x"u8.ToArray())).Ok();
        var page = await PageAsync("/runs/" + runId);
        Assert.Contains("note.txt", page, StringComparison.Ordinal);
        Assert.Contains("There are more files.", page, StringComparison.Ordinal);
        (await Client.SendAsync(HttpMethod.Delete, $"{root}/a")).Ok();
        Assert.DoesNotContain("There are more files.", await PageAsync("/runs/" + runId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunPage_OverManyFiles_IsCut()
    {
        var experimentId = await Client.CreateExperimentAsync();
        var runId = await Client.CreateRunAsync(experimentId);
        for (var i = 0; i < 201; i++)
        {
            var path = $"/api/2.0/mlflow-artifacts/artifacts/{experimentId}/{runId}/artifacts/{i % 7}/file-{i}.txt";
            (await Client.SendAsync(HttpMethod.Put, path, "x"u8.ToArray())).Ok();
        }

        var page = await PageAsync("/runs/" + runId);
        Assert.Equal(200, page.Split("file-").Length / 2);
        Assert.Contains("There are more files.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/runs/nothing", "Run with id=nothing not found")]
    [InlineData("/experiments/9999", "No Experiment with id=9999 exists")]
    public async Task Page_OfNothing_IsNotFound(string path, string message)
    {
        var answer = await Client.SendAsync(HttpMethod.Get, path);
        Assert.Equal(404, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string path)
    {
        var answer = (await Client.SendAsync(HttpMethod.Get, path)).Ok();
        Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
        return answer.Text;
    }
}
