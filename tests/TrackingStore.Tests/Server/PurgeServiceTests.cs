using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TrackingStore.Operations;
using TrackingStore.Server;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Server;

/// <summary>Expired runs go without being asked for again: when a server starts, and once an hour.</summary>
public sealed class PurgeServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunningServer_RemovesOnceAnHour_AlsoAfterAFailure()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1));
        var id = await store.CreateRunAsync();
        await store.Runs.DeleteAsync(id, Ct);
        var timer = new FakeTimeProvider();
        using var meter = new ServerMeter(timer);
        using var service = new PurgeService(store.Purge, store.Artifacts, meter, timer, NullLogger<PurgeService>.Instance);
        store.Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { Operations = ["Query"], Count = 4 });
        await service.StartAsync(Ct);
        store.Clock.Advance(TimeSpan.FromDays(2));
        while (await store.Table.RunRemovals.Scan().CountAsync(Ct) > 0)
        {
            timer.Advance(PurgeService.Interval);
            await Task.Delay(1, Ct);
        }

        await service.StopAsync(Ct);
        Assert.True(store.Engine.Faults.Struck > 0);
    }

    [Fact]
    public async Task Artifacts_ThatAreElsewhere_AreNamedOnceASweep()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1));
        var elsewhere = await store.Experiments.CreateAsync("elsewhere", "s3://bucket/x", [], null, Ct);
        string[] runs = [await store.CreateRunAsync(), await store.CreateRunAsync(elsewhere), await store.CreateRunAsync(elsewhere)];
        foreach (var run in runs) await store.Runs.DeleteAsync(run, Ct);
        store.Clock.Advance(TimeSpan.FromDays(2));
        var (timer, log) = (new FakeTimeProvider(), new LogLines());
        using var meter = new ServerMeter(timer);
        using var service = new PurgeService(store.Purge, store.Artifacts, meter, timer, new TypedLog<PurgeService>(log));
        await service.StartAsync(Ct);
        while (log.Lines.Count == 0) await Task.Delay(1, Ct);
        // There is nothing to name in later sweeps.
        for (var sweep = 0; sweep < 3; sweep++)
        {
            timer.Advance(PurgeService.Interval);
            await Task.Delay(50, Ct);
        }

        await service.StopAsync(Ct);
        var line = Assert.Single(log.Lines);
        Assert.StartsWith(
            "Warning The removal of expired runs leaves files. The artifacts of 2 runs or logged models are elsewhere, and stay: ",
            line,
            StringComparison.Ordinal);
        foreach (var run in runs[1..]) Assert.Contains($"s3://bucket/x/{run}/artifacts", line, StringComparison.Ordinal);
        Assert.DoesNotContain(runs[0], line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartingServer_RemovesWhatHasExpired_EvenIfDeletedRunsAreKeptNow()
    {
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { ExpiryInterval = Timeout.InfiniteTimeSpan });
        await using var dynamo = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var options = new ServerOptions { Port = 0, Endpoint = dynamo.Endpoint };
        string run;
        await using (var server = await TrackingServer.StartAsync(options with { DeletedRunsRetentionDays = 3 }, Ct))
        {
            using var client = new MlflowClient(server.Url);
            run = await client.CreateRunAsync();
            (await client.PostAsync("runs/delete", new { run_id = run })).Ok();
            Assert.Equal("deleted", (string)(await client.RunAsync(run))["info"]!["lifecycle_stage"]!);
        }

        var later = new SteppingClock(DateTimeOffset.UtcNow.AddDays(3).AddMinutes(1));
        await using (var server = await TrackingServer.StartAsync(options with { Time = later }, Ct))
        {
            using var client = new MlflowClient(server.Url);
            (await client.GetAsync("runs/get?run_id=" + run)).Is(404, "RESOURCE_DOES_NOT_EXIST", $"Run with id={run} not found");
            (await client.PostAsync("runs/restore", new { run_id = run })).Is(404, "RESOURCE_DOES_NOT_EXIST", run);
            while (await engine.CountAsync("RUN#" + run) > 0) await Task.Delay(1, Ct);
        }
    }
}
