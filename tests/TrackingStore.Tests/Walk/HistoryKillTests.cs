using System.Text.Json.Nodes;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Walk;

/// <summary>The real process is killed while it logs and merges. What was acknowledged is there, once, in its order.</summary>
public sealed class HistoryKillTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-history");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task KilledAgainAndAgain_LosesAndDoublesNoPoint()
    {
        var (run, acknowledged, next) = ("", new SortedSet<int>(), 0);
        for (var round = 0; round < 4; round++)
        {
            await using var server = await TrackingProcess.StartAsync("--data", folder.FullName);
            if (round == 0) run = await server.Client.CreateRunAsync();
            await CheckAsync(server);
            var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteAsync(server))).ToArray();
            var known = Acknowledged();
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await Eventually.IsSoAsync(() => Task.FromResult(Acknowledged() >= known + 40), "the server acknowledges points");
            await server.KillAsync();
            await Task.WhenAll(writers);
        }

        await using var last = await TrackingProcess.StartAsync("--data", folder.FullName);
        await CheckAsync(last);
        Assert.InRange(acknowledged.Count, 100, int.MaxValue);

        int Acknowledged()
        {
            lock (acknowledged) return acknowledged.Count;
        }

        async Task WriteAsync(TrackingProcess server)
        {
            try
            {
                while (true)
                {
                    var first = Interlocked.Add(ref next, 20) - 20;
                    var steps = Enumerable.Range(first, 20).ToArray();
                    var metrics = steps.Select(step => new { key = "m", value = step, timestamp = step, step });
                    (await server.Client.PostAsync("runs/log-batch", new { run_id = run, metrics })).Ok();
                    lock (acknowledged) acknowledged.UnionWith(steps);
                }
            }
            catch (HttpRequestException)
            {
                // The server was killed.
            }
        }

        async Task CheckAsync(TrackingProcess server)
        {
            var history = (await server.Client.GetAsync($"metrics/get-history?run_id={run}&metric_key=m")).Ok();
            var steps = ((JsonArray?)history["metrics"] ?? []).Select(metric => (int)metric!["step"]!).ToList();
            Assert.Equal(steps.Distinct().Order(), steps);
            Assert.Subset(steps.ToHashSet(), acknowledged.ToHashSet());
        }
    }
}
