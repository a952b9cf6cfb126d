using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;

namespace TrackingStore.Tests.Walk;

/// <summary>The walk of docs/tracking-store.md, with the real process on each of its stores.</summary>
public sealed class WalkTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Walk_InMemory_Passes()
    {
        await using var server = await TrackingProcess.StartAsync();
        await server.WalkAsync();
    }

    [Fact]
    public async Task Walk_InAFolder_PassesAgainAfterKillAndRestart()
    {
        (string ExperimentId, string RunId) ids;
        await using (var server = await TrackingProcess.StartAsync("--data", folder.FullName))
        {
            ids = await server.WalkAsync();
            await server.KillAsync();
        }

        await using var again = await TrackingProcess.StartAsync("--data", folder.FullName);
        var run = await again.Client.RunAsync(ids.RunId);
        Assert.Equal("FINISHED", (string)run["info"]!["status"]!);
        Assert.Equal(999, (int)run["data"]!["metrics"]![0]!["step"]!);
        Assert.Equal(
            1000,
            (await again.Client.GetAsync($"metrics/get-history?run_id={ids.RunId}&metric_key=loss")).Ok()["metrics"]!.AsArray().Count);
        Assert.Equal(
            "hello from the walk\n",
            (await again.Client.SendAsync(HttpMethod.Get, $"/get-artifact?run_id={ids.RunId}&path=notes/note.txt")).Ok().Text);
        Assert.Equal(
            [ids.RunId],
            await again.Client.SearchAsync(new { experiment_ids = new[] { ids.ExperimentId }, filter = "tags.team = 'blue'" }));
        Assert.NotEqual(ids.ExperimentId, (await again.WalkAsync()).ExperimentId);
    }

    [Fact]
    public async Task Walk_AgainstAnEndpoint_Passes()
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        var root = new Uri(folder.FullName).AbsoluteUri;
        string[] arguments = ["--endpoint", dynamo.Endpoint.ToString(), "--table", "mine", "--artifact-root", root];
        await using (var server = await TrackingProcess.StartAsync(arguments)) await server.WalkAsync();
        await using var again = await TrackingProcess.StartAsync(arguments);
        await again.WalkAsync();
    }

    [Theory]
    [InlineData("--port x", "--port")]
    [InlineData("--port 70000", "0 to 65535")]
    [InlineData("--port 0 --deleted-runs-retention-days 0", "a number of days from 1 to 36500")]
    [InlineData("--port 0 --deleted-runs-retention-days x", "a number of days from 1 to 36500")]
    [InlineData("--port 0 --endpoint nonsense", "not an http or https URL")]
    [InlineData("--port 0 --data x --endpoint http://127.0.0.1:1", "exclude each other")]
    [InlineData("--port 0 --artifact-root s3://bucket/x", "is not a folder")]
    [InlineData("--port 0 --data /dev/null/x", "can't start")]
    public async Task Start_WithWrongOptions_SaysWhy(string arguments, string message)
    {
        var (exitCode, errors) = await TrackingProcess.FailAsync(arguments.Split(' '));
        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnATakenPort_SaysWhy()
    {
        await using var server = await TrackingProcess.StartAsync();
        var (exitCode, errors) = await TrackingProcess.FailAsync("--port", $"{server.Url.Port}");
        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_InMemory_LeavesNoArtifactsBehind()
    {
        await using var server = await TrackingProcess.StartAsync(folder.FullName, []);
        await server.WalkAsync();
        Assert.Single(folder.EnumerateDirectories("tracking-artifacts-*"));
        Assert.Equal(0, await server.SignalAsync("TERM"));
        Assert.Empty(folder.EnumerateDirectories("tracking-artifacts-*"));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_StopsTheServerCleanly(string signal)
    {
        await using var server = await TrackingProcess.StartAsync("--data", folder.FullName);
        await server.Client.CreateRunAsync();
        Assert.Equal(0, await server.SignalAsync(signal));
    }
}
