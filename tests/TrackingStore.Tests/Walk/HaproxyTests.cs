using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Walk;

/// <summary>
/// Instances behind haproxy, as its configuration beside the sample has them, are killed in turn under load. Nothing that was acknowledged
/// is lost, and clients see only what MLflow's client repeats: a status that says so, or a connection that ends.
/// </summary>
public sealed class HaproxyTests : IDisposable
{
    private static readonly HttpStatusCode[] Repeated =
        [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-haproxy");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task InstancesKilledInTurn_LoseNothing(int count)
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        string[] arguments = ["--endpoint", dynamo.Endpoint.ToString(), "--artifact-root", Path.Combine(folder.FullName, "artifacts")];
        var instances = new TrackingProcess[count];
        for (var i = 0; i < count; i++) instances[i] = await TrackingProcess.StartAsync(arguments);
        var port = FreePort();
        using var proxy = Start(port, [.. instances.Select(instance => instance.Url.Port)]);
        Assert.SkipWhen(proxy is null, "haproxy is not installed; it is Debian's package 'haproxy'.");
        try
        {
            using var client = new MlflowClient(new Uri($"http://127.0.0.1:{port}"));
            await WaitAsync(client);
            using var end = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 8).Select(_ => new Writer(client)).ToList();
            var writing = writers.ConvertAll(writer => Task.Run(() => writer.RunAsync(end.Token), Ct));
            for (var round = 0; round < 2 * count; round++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
                var killed = instances[round % count];
                var ownPort = killed.Url.Port;
                await killed.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
                await killed.DisposeAsync();
                instances[round % count] = await TrackingProcess.StartOnAsync(ownPort, arguments);
            }

            await end.CancelAsync();
            await Task.WhenAll(writing);
            foreach (var writer in writers) await writer.CheckAsync();
            Assert.InRange(writers.Sum(writer => writer.Acknowledged), 100, int.MaxValue);
        }
        finally
        {
            proxy!.Kill();
            await proxy.WaitForExitAsync(CancellationToken.None);
            foreach (var instance in instances) await instance.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until haproxy has found the instances.</summary>
    private static async Task WaitAsync(MlflowClient client)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if ((await client.SendAsync(HttpMethod.Get, "/ready")).Status == 200) return;
            }
            catch (HttpRequestException) when (since.Elapsed < TrackingProcess.Patience)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, Ct);
        }
    }

    private Process? Start(int port, int[] instances)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "haproxy.cfg")).ToList();
        // The sample has three instances.
        if (instances.Length == 2) Assert.Equal(1, lines.RemoveAll(line => line.Contains("127.0.0.1:5003", StringComparison.Ordinal)));
        var text = string.Join('\n', lines) + "\n";
        foreach (var (i, number) in instances.Prepend(port).Index())
        {
            Assert.Contains($"127.0.0.1:{5000 + i}", text, StringComparison.Ordinal);
            text = text.Replace($"127.0.0.1:{5000 + i}", $"127.0.0.1:{number}", StringComparison.Ordinal);
        }

        var file = Path.Combine(folder.FullName, "haproxy.cfg");
        File.WriteAllText(file, text);
        try
        {
            return Process.Start(new ProcessStartInfo("haproxy", ["-db", "-q", "-f", file]));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Creates runs and logs to them, and repeats what MLflow's client repeats.</summary>
    private sealed class Writer(MlflowClient client)
    {
        private readonly ConcurrentDictionary<string, int> steps = [];

        public int Acknowledged { get; private set; }

        public async Task RunAsync(CancellationToken end)
        {
            for (var step = 0; !end.IsCancellationRequested; step++)
            {
                var created = await RepeatAsync("runs/create", new { experiment_id = "0", start_time = step });
                var run = (string)created["run"]!["info"]!["run_id"]!;
                steps[run] = 0;
                for (var batch = 0; batch < 20 && !end.IsCancellationRequested; batch++)
                {
                    var first = 5 * batch;
                    var metrics = Enumerable.Range(first, 5).Select(i => new { key = "m", value = i, timestamp = i, step = i });
                    var tags = new[] { new { key = "t", value = $"{batch}" } };
                    await RepeatAsync("runs/log-batch", new { run_id = run, metrics, tags });
                    steps[run] = first + 5;
                }
            }
        }

        /// <summary>Finds all that was acknowledged, once and in order.</summary>
        public async Task CheckAsync()
        {
            foreach (var (run, count) in steps)
            {
                var history = await client.GetAsync($"metrics/get-history?run_id={run}&metric_key=m");
                var found = ((JsonArray?)history.Ok()["metrics"] ?? []).Select(metric => (int)metric!["step"]!);
                Assert.Equal(Enumerable.Range(0, count), found);
            }
        }

        private async Task<Answer> RepeatAsync(string path, object body)
        {
            while (true)
            {
                try
                {
                    var answer = await client.PostAsync(path, body);
                    if (answer.Status == 200)
                    {
                        Acknowledged++;
                        return answer;
                    }

                    Assert.Contains((HttpStatusCode)answer.Status, Repeated);
                }
                catch (HttpRequestException)
                {
                    // The connection ended.
                }

                await Task.Delay(20, Ct);
            }
        }
    }
}
