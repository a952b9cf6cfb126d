using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Api;

/// <summary>A server that keeps summaries on runs.</summary>
public sealed class SummaryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_FindsWhatTheStreamBrought()
    {
        await using var server = await TrackingServer.StartAsync(new ServerOptions { Port = 0, KeepsSummaries = true }, Ct);
        using var client = new MlflowClient(server.Url);
        var experimentId = await client.CreateExperimentAsync();
        string[] ids = [await client.CreateRunAsync(experimentId, 1), await client.CreateRunAsync(experimentId, 2)];
        (await client.PostAsync("runs/set-tag", new { run_id = ids[0], key = "team", value = "blue" })).Ok();
        await UntilFoundAsync(client, experimentId, "tags.team = 'blue'", ids[0]);

        (await client.PostAsync("runs/set-tag", new { run_id = ids[1], key = "team", value = "blue" })).Ok();
        (await client.PostAsync("runs/delete-tag", new { run_id = ids[0], key = "team" })).Ok();
        await UntilFoundAsync(client, experimentId, "tags.team LIKE 'bl%'", ids[1]);

        (await client.PostAsync("runs/log-metric", new { run_id = ids[0], key = "m", value = 1, timestamp = 1, step = 1 })).Ok();
        (await client.PostAsync("runs/log-metric", new { run_id = ids[1], key = "m", value = 2, timestamp = 1, step = 1 })).Ok();
        await UntilFoundAsync(client, experimentId, "metrics.m < 2", ids[0]);
        (await client.PostAsync("runs/log-metric", new { run_id = ids[0], key = "m", value = 3, timestamp = 1, step = 2 })).Ok();
        (await client.PostAsync("runs/log-parameter", new { run_id = ids[1], key = "p", value = "x" })).Ok();
        await UntilFoundAsync(client, experimentId, "metrics.m > 2.5", ids[0]);
        await UntilFoundAsync(client, experimentId, "params.p = 'x'", ids[1]);
        Assert.Equal(
            [ids[0], ids[1]],
            await client.SearchAsync(new { experiment_ids = new[] { experimentId }, order_by = new[] { "metrics.m DESC" } }));
    }

    [Fact]
    public async Task Backfill_OfATableWithoutSummaries_WritesThem()
    {
        var folder = Directory.CreateTempSubdirectory("tracking-backfill");
        try
        {
            var options = new ServerOptions { Port = 0, DataFolder = folder.FullName };
            await using (var server = await TrackingServer.StartAsync(options, Ct))
            {
                using var client = new MlflowClient(server.Url);
                await client.CreateRunAsync();
            }

            await using var output = new StringWriter();
            Assert.Equal(0, await BackfillCommand.SummarizeAsync(options, null, 1000, output, Ct));
            Assert.Matches(@"\n1 runs, 1 corrected, [\d.]+ units\. Done\s*$", output.ToString());
            Assert.Equal(1, await BackfillCommand.SummarizeAsync(options, "nonsense", null, output, Ct));
            Assert.Equal(0, await BackfillCommand.IndexNamesAsync(options, null, 100_000, output, Ct));
            Assert.Matches(@"\n1 run-names, 0 corrected, [\d.]+ units\. Continue with --from models:\s", output.ToString());
            Assert.Matches(@"\n0 models, 0 corrected, [\d.]+ units\. Done\s*$", output.ToString());
            Assert.Equal(1, await BackfillCommand.IndexNamesAsync(options, "nonsense", null, output, Ct));
            Assert.Equal(0, await BackfillCommand.PackHistoryAsync(options, null, output, Ct));
            Assert.Matches(@"\n1 runs, 0 single points and 0 packs moved\. Done\s*$", output.ToString());
            Assert.Equal(1, await BackfillCommand.PackHistoryAsync(options, "nonsense", output, Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The worker looks for changes about once a second.
    private static Task UntilFoundAsync(MlflowClient client, string experimentId, string filter, string runId) => Eventually.IsSoAsync(
        async () =>
            await client.SearchAsync(new { experiment_ids = new[] { experimentId }, filter }) is [var found] && found == runId,
        $"a search finds {runId} by {filter}");
}
