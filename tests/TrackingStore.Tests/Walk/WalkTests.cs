using System.Net;
using System.Net.Sockets;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Tests.Support;

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
    [InlineData("--port 0 --drain-seconds -1", "a number of seconds from 0 to 3600")]
    [InlineData("--port 0 --endpoint nonsense", "not an http or https URL")]
    [InlineData("--port 0 --data x --endpoint http://127.0.0.1:1", "exclude each other")]
    [InlineData("--port 0 --host nonsense", "not an IP address")]
    [InlineData("--port 0 --host 192.0.2.1", "can't start")]
    [InlineData("--port 0 --read-only", "--read-only needs something to read")]
    [InlineData("--port 0 --tls-key x", "need --tls-certificate")]
    [InlineData("--port 0 --tls-certificate /nothing/x.pem", "can't start")]
    [InlineData("--port 0 --artifact-root gs://bucket/x", "is not a place for artifacts")]
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

    [Fact]
    public async Task Start_AfterAKillDuringAnUpload_RemovesWhatIsLeftOfIt()
    {
        var uploads = Path.Combine(folder.FullName, "artifacts", ".uploads");
        await using (var server = await TrackingProcess.StartAsync("--data", folder.FullName))
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, server.Url.Port, TestContext.Current.CancellationToken);
            // Half a file that is large: the server ends a request that brings too little for its time.
            await socket.GetStream().WriteAsync(
                (byte[])
                [
                    .. "PUT /api/2.0/mlflow-artifacts/artifacts/1/r/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n"u8,
                    .. new byte[1_000_000],
                ],
                TestContext.Current.CancellationToken);
            while (!Directory.Exists(uploads) || !FilesIn(uploads).Any(file => file.Length > 0))
                await Task.Delay(10, TestContext.Current.CancellationToken);
            await server.KillAsync();
        }

        Assert.NotEmpty(FilesIn(uploads));
        await using var again = await TrackingProcess.StartAsync("--data", folder.FullName);
        Assert.Empty(FilesIn(uploads));
        await again.WalkAsync();

        static IEnumerable<FileInfo> FilesIn(string path) =>
            new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension != ".lock");
    }

    [Fact]
    public async Task Start_WithAllowedHosts_AnswersToThem()
    {
        await using var server = await TrackingProcess.StartAsync("--allowed-hosts", "a.example,b.example", "--cors-allowed-origins", "*");
        foreach (var (host, status) in ((string, int)[])[("b.example", 200), ("c.example", 403)])
        {
            server.Client.Http.DefaultRequestHeaders.Host = host;
            Assert.Equal(status, (await server.Client.GetAsync("experiments/get?experiment_id=0")).Status);
        }
    }

    /// <summary>Other web servers take addresses to listen on from their environment and their folder.</summary>
    [Fact]
    public async Task Start_WhateverTheEnvironmentSays_ListensOnThePortOfTheOptionsOnly()
    {
        using var free = new HeldPort();
        var other = free.Number;
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            $$"""{"urls":"http://0.0.0.0:{{other}}","Kestrel":{"Endpoints":{"A":{"Url":"http://0.0.0.0:{{other}}"} } } }""",
            TestContext.Current.CancellationToken);
        await using var server = await TrackingProcess.StartInAsync(
            folder.FullName,
            [
                ("ASPNETCORE_URLS", $"http://0.0.0.0:{other}"), ("DOTNET_URLS", $"http://0.0.0.0:{other}"),
                ("ASPNETCORE_HTTP_PORTS", $"{other}"), ("Kestrel__Endpoints__B__Url", $"http://0.0.0.0:{other}"),
                ("ASPNETCORE_Kestrel__Endpoints__C__Url", $"http://0.0.0.0:{other}"),
            ]);
        Assert.NotEqual(other, server.Url.Port);
        await server.Client.CreateRunAsync();
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(
            () => socket.ConnectAsync(IPAddress.Loopback, other, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task Signal_DrainsTheServerFirst()
    {
        // A busy machine may be too slow for a short time.
        Assert.True(await DrainsAsync(3) || await DrainsAsync(20) || await DrainsAsync(120), "The server stopped without draining.");

        static async Task<bool> DrainsAsync(int seconds)
        {
            await using var server = await TrackingProcess.StartAsync("--drain-seconds", $"{seconds}");
            var stopped = server.SignalAsync("TERM");
            try
            {
                await Eventually.IsSoAsync(
                    async () => (await server.Client.SendAsync(HttpMethod.Get, "/ready")).Status == 503, "the server is not ready");
                await server.Client.CreateRunAsync();
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            finally
            {
                Assert.Equal(0, await stopped);
            }
        }
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
