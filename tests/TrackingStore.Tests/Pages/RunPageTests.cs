using System.Net;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Pages;

/// <summary>The page of a run, as the server sends it.</summary>
public sealed class RunPageTests(MemoryServer server) : IClassFixture<MemoryServer>
{
    private const string Nasty = "\"><script>alert(1)</script>&'";

    private MlflowClient Client => server.Client;

    [Fact]
    public async Task Page_ShowsEverything_Encoded()
    {
        var experiment = await Client.CreateExperimentAsync();
        var parent = await Client.CreateRunAsync(experiment);
        var answer = await Client.PostAsync("runs/create", new
        {
            experiment_id = experiment,
            run_name = Nasty,
            user_id = Nasty,
            start_time = 1_700_000_000_000,
            tags = new[]
            {
                new { key = "mlflow.note.content", value = "**bold** <b>no</b>" },
                new { key = "mlflow.parentRunId", value = parent },
                new { key = "mlflow.source.name", value = Nasty },
                new { key = "team", value = Nasty },
            },
        });
        var run = (string)answer.Ok()["run"]!["info"]!["run_id"]!;
        (await Client.PostAsync("runs/log-metric", new { run_id = run, key = "loss", value = 0.125, timestamp = 1, step = 7 })).Ok();
        (await Client.PostAsync("runs/log-parameter", new { run_id = run, key = "p", value = Nasty })).Ok();
        (await Client.PostAsync("runs/log-inputs", new
        {
            run_id = run,
            datasets = new[]
            {
                new
                {
                    dataset = new { name = Nasty, digest = "d1", source_type = "code", source = "s" },
                    tags = new[] { new { key = "mlflow.data.context", value = "training" } },
                },
            },
        })).Ok();
        (await Client.PostAsync("runs/update", new { run_id = run, status = "FINISHED", end_time = 1_700_000_090_000 })).Ok();

        var page = await PageAsync($"/runs/{run}");
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Nasty).Replace("&#39;", "&#x27;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong> &lt;b&gt;no&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="badge finished">FINISHED</span>""", page, StringComparison.Ordinal);
        Assert.Contains($"""<a href="/runs/{parent}">""", page, StringComparison.Ordinal);
        Assert.Contains("1 min 30 s", page, StringComparison.Ordinal);
        Assert.Contains("""<th scope="row" class="text">loss</th><td>0.125</td>""", page, StringComparison.Ordinal);
        Assert.Contains("""data-metrics="[&quot;loss&quot;]" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("""data-live="false" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("Charts need JavaScript.", page, StringComparison.Ordinal);
        Assert.Contains("<td>training</td>", page, StringComparison.Ordinal);
        Assert.Contains("This folder is empty.", page, StringComparison.Ordinal);
        Assert.Contains("""data-live="true" """.TrimEnd(), await PageAsync($"/runs/{parent}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArtifactsElsewhere_AreNamed()
    {
        var experiment = (string)(await Client.PostAsync(
            "experiments/create", new { name = MlflowClient.NewName(), artifact_location = "s3://bucket/a" })).Ok()["experiment_id"]!;
        var run = await Client.CreateRunAsync(experiment);
        Assert.Contains($"s3://bucket/a/{run}/artifacts", await PageAsync($"/runs/{run}"), StringComparison.Ordinal);
        var answer = await Client.SendAsync(HttpMethod.Get, $"/runs/{run}/artifacts");
        Assert.Equal(400, answer.Status);
        Assert.Contains("are not kept by this server", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NestedRuns_AreFoundByTheirSummaries_OrByALink()
    {
        await using var copying = await TrackingServer.StartAsync(
            new ServerOptions { Port = 0, KeepsSummaries = true }, TestContext.Current.CancellationToken);
        using var client = new MlflowClient(copying.Url);
        foreach (var one in (MlflowClient[])[client, Client])
        {
            var experiment = await one.CreateExperimentAsync();
            var parent = await one.CreateRunAsync(experiment);
            var child = (string)(await one.PostAsync("runs/create", new
            {
                experiment_id = experiment,
                run_name = "the child",
                tags = new[] { new { key = "mlflow.parentRunId", value = parent } },
            })).Ok()["run"]!["info"]!["run_id"]!;
            if (one == client) await UntilAsync(client, $"/runs/{parent}", $"""<a href="/runs/{child}">the child</a>""");
            var page = (await one.SendAsync(HttpMethod.Get, $"/runs/{parent}")).Ok().Text;
            Assert.Equal(one == client, page.Contains("the child", StringComparison.Ordinal));
            Assert.Equal(one == client, !page.Contains("Find nested runs", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task MissingRun_IsAPageOfItsOwn()
    {
        var answer = await Client.SendAsync(HttpMethod.Get, "/runs/nothing");
        Assert.Equal(404, answer.Status);
        Assert.Contains("Run with id=nothing not found", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>The summaries follow a moment later.</summary>
    private static Task UntilAsync(MlflowClient client, string path, string text) => Eventually.IsSoAsync(
        async () => (await client.SendAsync(HttpMethod.Get, path)).Ok().Text.Contains(text, StringComparison.Ordinal),
        $"{path} gets '{text}'");

    private async Task<string> PageAsync(string path) => (await Client.SendAsync(HttpMethod.Get, path)).Ok().Text;
}
