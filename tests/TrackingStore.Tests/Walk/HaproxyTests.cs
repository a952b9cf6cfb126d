using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Walk;

/// <summary>
/// Instances behind haproxy, as its configuration beside the sample has them, are killed in turn under load. Nothing that was acknowledged
/// is lost, and clients see only what MLflow's client repeats: a status that says so, or a connection that ends.
/// </summary>
public sealed partial class HaproxyTests : IDisposable
{
    private static readonly HttpStatusCode[] Repeated =
        [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    // That of haproxy, and those of the instances.
    private readonly List<HeldPort> ports = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-haproxy");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        ports.ForEach(port => port.Dispose());
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task InstancesKilledInTurn_LoseNothing(int count)
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        string[] arguments = ["--endpoint", dynamo.Endpoint.ToString(), "--artifact-root", Path.Combine(folder.FullName, "artifacts")];
        for (var i = 0; i <= count; i++) ports.Add(new HeldPort());
        using var proxy = Start();
        Assert.SkipWhen(proxy is null, "haproxy is not installed; it is Debian's package 'haproxy'.");
        var instances = new TrackingProcess?[count];
        try
        {
            for (var i = 0; i < count; i++) instances[i] = await TrackingProcess.StartOnAsync(ports[i + 1].Number, arguments);
            using var client = new MlflowClient(new Uri($"http://127.0.0.1:{ports[0].Number}"));
            await Eventually.IsSoAsync(() => IsReadyAsync(client), "haproxy finds the instances");
            using var end = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 8).Select(_ => new Writer(client)).ToList();
            var writing = writers.ConvertAll(writer => Task.Run(() => writer.RunAsync(end.Token), Ct));
            for (var round = 0; round < 2 * count; round++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
                var killed = instances[round % count]!;
                await killed.KillAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
                await killed.DisposeAsync();
                instances[round % count] = await TrackingProcess.StartOnAsync(ports[(round % count) + 1].Number, arguments);
            }

            await Eventually.IsSoAsync(
                () => Task.FromResult(writers.Sum(writer => writer.Acknowledged) >= 100 || writing.Exists(one => one.IsCompleted)),
                "the instances acknowledge something");
            await end.CancelAsync();
            await Task.WhenAll(writing);
            foreach (var writer in writers) await writer.CheckAsync();
            Assert.InRange(writers.Sum(writer => writer.Acknowledged), 100, int.MaxValue);
        }
        finally
        {
            proxy!.Kill();
            await proxy.WaitForExitAsync(CancellationToken.None);
            foreach (var instance in instances.OfType<TrackingProcess>()) await instance.DisposeAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(MlflowClient client)
    {
        try
        {
            return (await client.SendAsync(HttpMethod.Get, "/ready")).Status == 200;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private Process? Start()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "haproxy.cfg")).ToList();
        // The sample has three instances.
        if (ports.Count == 3) Assert.Equal(1, lines.RemoveAll(line => line.Contains("127.0.0.1:5003", StringComparison.Ordinal)));
        // All at once: a new port may begin as another old one.
        var places = new SortedSet<int>();
        var text = Address().Replace(string.Join('\n', lines) + "\n", found =>
        {
            var place = found.Groups[1].Value[0] - '0';
            places.Add(place);
            return $"127.0.0.1:{ports[place].Number}";
        });
        Assert.Equal(Enumerable.Range(0, ports.Count), places);
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

    [GeneratedRegex(@"127\.0\.0\.1:500(\d)\b")]
    private static partial Regex Address();

    /// <summary>Creates runs and logs to them, and repeats what MLflow's client repeats.</summary>
    private sealed class Writer(MlflowClient client)
    {
        private readonly ConcurrentDictionary<string, int> steps = [];

        public int Acknowledged { get; private set; }

        public async Task RunAsync(CancellationToken end)
        {
            for (var step = 0; !end.IsCancellationRequested; step++)
            {
                var created = await PostAsync("runs/create", new { experiment_id = "0", start_time = step });
                var run = (string)created["run"]!["info"]!["run_id"]!;
                steps[run] = 0;
                for (var batch = 0; batch < 20 && !end.IsCancellationRequested; batch++)
                {
                    var first = 5 * batch;
                    var metrics = Enumerable.Range(first, 5).Select(i => new { key = "m", value = i, timestamp = i, step = i });
                    var tags = new[] { new { key = "t", value = $"{batch}" } };
                    await PostAsync("runs/log-batch", new { run_id = run, metrics, tags });
                    steps[run] = first + 5;
                }
            }
        }

        /// <summary>Finds all that was acknowledged, once and in order.</summary>
        public async Task CheckAsync()
        {
            foreach (var (run, count) in steps)
            {
                // On a busy machine, haproxy may still miss all instances for a moment.
                var history = await RepeatAsync(() => client.GetAsync($"metrics/get-history?run_id={run}&metric_key=m"));
                var found = ((JsonArray?)history["metrics"] ?? []).Select(metric => (int)metric!["step"]!);
                Assert.Equal(Enumerable.Range(0, count), found);
            }
        }

        private async Task<Answer> PostAsync(string path, object body)
        {
            var answer = await RepeatAsync(() => client.PostAsync(path, body));
            Acknowledged++;
            return answer;
        }

        private static async Task<Answer> RepeatAsync(Func<Task<Answer>> sendAsync)
        {
            while (true)
            {
                try
                {
                    var answer = await sendAsync();
                    if (answer.Status == 200) return answer;
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
