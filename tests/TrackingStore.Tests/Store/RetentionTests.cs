using DynamoToolkit;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Store;

/// <summary>Deleted runs that expire, on the clock of engine and client.</summary>
public sealed class RetentionTests
{
    private static RunPurge PurgeOf(TrackingTable table, TestStore store) =>
        new(table, new PartRemoval(table), store.Artifacts, store.Clock);

    private static readonly TimeSpan Days = TimeSpan.FromDays(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ExpiredRun_GoesWithAllThatWasLogged_WhoeverDeletesItsItem(bool isServiceFirst)
    {
        using var store = await TestStore.StartAsync(Days);
        var (kept, gone) = (await store.CreateRunAsync(), await store.CreateRunAsync());
        await store.LogAllAsync(kept);
        await store.LogAllAsync(gone);
        await store.Runs.DeleteAsync(gone, Ct);

        store.Clock.Advance(Days - TimeSpan.FromSeconds(1));
        Assert.Equal(0, store.Engine.DeleteExpired());
        Assert.Equal(0, await store.PurgeAsync(Ct));
        Assert.Equal(LifecycleStage.Deleted, (await store.Runs.GetAsync(gone, Ct)).Run.Lifecycle);

        store.Clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<TrackingException>(() => store.Runs.GetAsync(gone, Ct));
        await Assert.ThrowsAsync<TrackingException>(() => store.Runs.RestoreAsync(gone, Ct));
        Assert.Empty(await store.SearchAsync(LifecycleStage.Deleted));
        if (isServiceFirst) Assert.Equal(1, store.Engine.DeleteExpired());
        Assert.Equal(1, await store.PurgeAsync(Ct));
        Assert.Equal(0, await store.PurgeAsync(Ct));

        Assert.Equal(0, await ItemsAsync(store, gone));
        Assert.Empty(store.Artifacts.List(ArtifactPath.Parse($"0/{gone}")));
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/{kept}/artifacts")));
        var run = await store.Runs.GetAsync(kept, Ct);
        Assert.Equal((3, 1, 2, 2), (run.Metrics.Count(), run.Params.Count(), run.Tags.Count(), run.Datasets.Count()));
        Assert.Equal([kept], await store.SearchAsync(LifecycleStage.Active));
    }

    [Fact]
    public async Task RestoredRun_Stays_AndExpiresAnewWhenItIsDeletedAgain()
    {
        using var store = await TestStore.StartAsync(Days);
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        var items = await ItemsAsync(store, id);
        await store.Runs.DeleteAsync(id, Ct);
        Assert.Equal(items + 1, await ItemsAsync(store, id));
        store.Clock.Advance(TimeSpan.FromDays(20));
        await store.Runs.RestoreAsync(id, Ct);
        Assert.Equal(items, await ItemsAsync(store, id));

        store.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(0, store.Engine.DeleteExpired() + await store.PurgeAsync(Ct));
        Assert.Equal(items, await ItemsAsync(store, id));

        // Deleting it twice does not keep it longer.
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(20));
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(1, await store.PurgeAsync(Ct));
        Assert.Equal(0, await ItemsAsync(store, id));
    }

    [Fact]
    public async Task Unless_AskedFor_NothingExpires()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        var items = await ItemsAsync(store, id);
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(10_000));
        Assert.Equal(0, store.Engine.DeleteExpired() + await store.PurgeAsync(Ct));
        Assert.Equal(items, await ItemsAsync(store, id));
        await store.Runs.RestoreAsync(id, Ct);
    }

    [Fact]
    public async Task DeletedExperiment_TakesItsRunsAlong_AndRestoresThoseThatAreLeft()
    {
        using var store = await TestStore.StartAsync(Days);
        var experiment = await store.Experiments.CreateAsync("e", null, [], null, Ct);
        var (early, late) = (await store.CreateRunAsync(experiment), await store.CreateRunAsync(experiment));
        await store.Runs.DeleteAsync(early, Ct);
        store.Clock.Advance(TimeSpan.FromDays(20));
        await store.Experiments.DeleteAsync(experiment, Ct);
        store.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(1, await store.PurgeAsync(Ct));
        await store.Experiments.RestoreAsync(experiment, Ct);

        Assert.Equal([late], await store.SearchAsync(LifecycleStage.Active, experiment));
        Assert.Equal(0, await ItemsAsync(store, early));
        store.Clock.Advance(TimeSpan.FromDays(100));
        Assert.Equal(0, store.Engine.DeleteExpired() + await store.PurgeAsync(Ct));
        Assert.Equal([late], await store.SearchAsync(LifecycleStage.Active, experiment));
    }

    /// <summary>A purge that the index sends to a run that was restored leaves it alone; the run's item decides.</summary>
    [Fact]
    public async Task StrayRemoval_RemovesNothingOfAnActiveRun()
    {
        using var store = await TestStore.StartAsync(Days);
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        var items = await ItemsAsync(store, id);
        await store.Table.RunRemovals.PutAsync(
            new RunRemovalItem { RunId = id, DueAt = store.Clock.GetUtcNow(), ArtifactUri = "mlflow-artifacts:/0" }, Ct);
        Assert.Equal(0, await store.PurgeAsync(Ct));
        Assert.Equal(items + 1, await ItemsAsync(store, id));
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/{id}/artifacts")));
    }

    [Fact]
    public async Task Purge_InterruptedAnywhere_IsFinishedByTheNext()
    {
        using var store = await TestStore.StartAsync(Days);
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(31));
        var interruptions = 0;
        for (var purged = 0; purged == 0;)
        {
            using var cut = new CutTransport(store, interruptions + 1);
            using var client = new DynamoClient(cut, new DynamoClientOptions { TimeProvider = store.Clock, BatchAttempts = 1 });
            try
            {
                purged = await PurgeOf(new TrackingTable(client), store).PurgeAsync(new LeftArtifacts(store.Artifacts), Ct);
            }
            catch (Exception e) when (e is AggregateException or IOException)
            {
                interruptions++;
            }
        }

        Assert.InRange(interruptions, 8, 200);
        Assert.Equal(0, await ItemsAsync(store, id));
    }

    /// <summary>Somebody still writes artifacts of the run.</summary>
    [Fact]
    public async Task Purge_OfArtifactsThatCannotBeDeletedNow_IsFinishedByTheNext()
    {
        using var store = await TestStore.StartAsync(Days);
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(31));
        using var busy = ArtifactExtensions.Open(store.Artifacts.Root, path => Directory.Delete(path));
        var purge = new RunPurge(store.Table, new PartRemoval(store.Table), busy, store.Clock);
        var errors = await Assert.ThrowsAsync<AggregateException>(() => purge.PurgeAsync(new LeftArtifacts(store.Artifacts), Ct));
        Assert.IsType<TrackingError.ArtifactBusy>(Assert.IsType<TrackingException>(Assert.Single(errors.InnerExceptions)).Error);
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/{id}/artifacts")));

        Assert.Equal(1, await store.PurgeAsync(Ct));
        Assert.Empty(store.Artifacts.List(ArtifactPath.Parse($"0/{id}")));
        Assert.Equal(0, await ItemsAsync(store, id));
    }

    /// <summary>What this server does not keep does not stop the purge.</summary>
    [Fact]
    public async Task Purge_OfArtifactsElsewhere_LeavesThem()
    {
        using var store = await TestStore.StartAsync(Days);
        var experiment = await store.Experiments.CreateAsync("e", "s3://bucket/x", [], null, Ct);
        var id = await store.CreateRunAsync(experiment);
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await store.PurgeAsync(Ct));
        Assert.Equal(0, await ItemsAsync(store, id));
    }

    [Fact]
    public async Task DeletingAndRestoringAtOnce_KeepsTimeAndRemovalTogether()
    {
        using var store = await TestStore.StartAsync(Days);
        var id = await store.CreateRunAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            async () =>
            {
                for (var round = 0; round < 10; round++)
                {
                    if (i % 2 == 0) await store.Runs.DeleteAsync(id, Ct);
                    else await store.Runs.RestoreAsync(id, Ct);
                }
            },
            Ct)));
        var run = await store.Runs.RequireAsync(id, Ct);
        var removal = await store.Table.RunRemovals.GetAsync(RunRemovalItem.Key(id), consistentRead: true, Ct);
        Assert.Equal(run.Lifecycle == LifecycleStage.Deleted, run.ExpiresAt is not null);
        Assert.Equal(run.ExpiresAt is null, removal is null);
    }

    private static Task<int> ItemsAsync(TestStore store, string runId) => store.Engine.CountAsync("RUN#" + runId);
}
