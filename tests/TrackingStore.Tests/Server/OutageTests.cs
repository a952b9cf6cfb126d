using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using Microsoft.Extensions.Time.Testing;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>The store goes away under a running server, and comes back.</summary>
public sealed class OutageTests
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromMinutes(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeadStore_IsA503_AndTheServerRecoversWithoutARestart()
    {
        using var engine = LocalDynamo.InMemory();
        using var port = new HeldPort();
        var dynamo = await LocalDynamoServer.StartAsync(engine, port.Number, Ct);
        var time = new ImpatientClock(StoreTimeout);
        await using var server = await TrackingServer.StartAsync(
            new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint, StoreTimeout = StoreTimeout, Time = time }, Ct);
        using var client = new MlflowClient(server.Url);
        var run = await client.CreateRunAsync();
        Assert.Equal(new Answer(200, "OK"), await client.SendAsync(HttpMethod.Get, "/ready"));

        await dynamo.DisposeAsync();
        time.IsImpatient = true;
        foreach (var path in (string[])["/ready", "/", $"/runs/{run}", $"/api/2.0/mlflow/runs/get?run_id={run}"])
        {
            for (var i = 0; i < 3; i++)
            {
                using var response = await client.Http.GetAsync(path, Ct);
                var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
                if (response.Content.Headers.ContentType!.MediaType == "text/html")
                {
                    Assert.Equal(503, answer.Status);
                    Assert.Contains("The store does not answer. Please try again.", answer.Text, StringComparison.Ordinal);
                }
                else
                {
                    answer.Is(503, "TEMPORARILY_UNAVAILABLE", "The store does not answer. Please try again.");
                }

                Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
            }
        }

        (await client.PostAsync("runs/set-tag", new { run_id = run, key = "k", value = "v" })).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        Assert.Equal(new Answer(200, "OK"), await client.SendAsync(HttpMethod.Get, "/health"));

        time.IsImpatient = false;
        await using var again = await LocalDynamoServer.StartAsync(engine, port.Number, Ct);
        await IsReadyAsync(client);
        (await client.PostAsync("runs/set-tag", new { run_id = run, key = "k", value = "v" })).Ok();
    }

    /// <summary>A load balancer must take the server out before the server refuses connections.</summary>
    [Fact]
    public async Task StoppingServer_IsNotReady_AndServesWhatItGets_UntilItStops()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var options = new ServerOptions { Port = 0, DrainTime = TimeSpan.FromHours(1), Time = time };
        var server = await TrackingServer.StartAsync(options, Ct);
        var url = server.Url;
        using var client = new MlflowClient(url);
        var run = await client.CreateRunAsync();
        Assert.Equal(new Answer(200, "OK"), await client.SendAsync(HttpMethod.Get, "/ready"));

        var stopping = server.DisposeAsync().AsTask();
        using (var response = await client.Http.GetAsync("/ready", Ct))
        {
            new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct))
                .Is(503, "TEMPORARILY_UNAVAILABLE", "The server is stopping.");
            Assert.NotNull(response.Headers.RetryAfter);
        }

        Assert.Equal(new Answer(200, "OK"), await client.SendAsync(HttpMethod.Get, "/health"));
        using var other = new MlflowClient(url);
        (await other.PostAsync("runs/set-tag", new { run_id = run, key = "k", value = "v" })).Ok();
        Assert.False(stopping.IsCompleted);
        await Eventually.IsSoAsync(
            () =>
            {
                time.Advance(options.DrainTime);
                return Task.FromResult(stopping.IsCompleted);
            },
            "the server stops when its time is over");
        await stopping;
        using var late = new MlflowClient(url);
        await Assert.ThrowsAsync<HttpRequestException>(() => late.GetAsync("experiments/get?experiment_id=0"));
    }

    /// <summary>As a full disk does it: a server whose writes fail is not ready until they succeed, though nobody else writes.</summary>
    [Fact]
    public async Task StoreThatTakesNoWrites_IsNotReady_UntilAProbeIsWritten()
    {
        using var engine = LocalDynamo.InMemory();
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var time = new ImpatientClock(StoreTimeout);
        await using var server = await TrackingServer.StartAsync(
            new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint, StoreTimeout = StoreTimeout, Time = time }, Ct);
        using var client = new MlflowClient(server.Url);
        var run = await client.CreateRunAsync();
        engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { Operations = ["PutItem", "UpdateItem"] });
        var logged = new { run_id = run, key = "p", value = "1" };
        time.IsImpatient = true;
        for (var i = 0; i < 5; i++) (await client.PostAsync("runs/log-parameter", logged)).Is(503, "TEMPORARILY_UNAVAILABLE", "");
        time.IsImpatient = false;
        Assert.NotNull(await client.RunAsync(run));
        time.IsImpatient = true;
        (await client.SendAsync(HttpMethod.Get, "/ready")).Is(503, "TEMPORARILY_UNAVAILABLE", "The store does not answer");

        time.IsImpatient = false;
        engine.Faults.Clear();
        await IsReadyAsync(client);
        (await client.PostAsync("runs/log-parameter", logged)).Ok();
    }

    private static Task IsReadyAsync(MlflowClient client) => Eventually.IsSoAsync(
        async () => (await client.SendAsync(HttpMethod.Get, "/ready")).Status == 200, "the server is ready again");
}
