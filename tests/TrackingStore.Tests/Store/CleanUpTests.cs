using System.Globalization;
using DynamoToolkit;
using DynamoToolkit.Transport;
using TrackingStore.Artifacts;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>What is removed that was deleted or left behind, and what is not.</summary>
public sealed class CleanUpTests
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeletedRuns_GoWhenTheyAreOld_WithAllThatWasLogged()
    {
        using var store = await TestStore.StartAsync();
        var (kept, restored, old) = (await store.CreateRunAsync(), await store.CreateRunAsync(), await store.CreateRunAsync());
        foreach (var id in (string[])[kept, restored, old]) await store.LogAllAsync(id);
        await store.Runs.DeleteAsync(old, Ct);
        await store.Runs.DeleteAsync(restored, Ct);
        await store.Runs.RestoreAsync(restored, Ct);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));

        store.Clock.Advance(Age);
        var late = await store.CreateRunAsync();
        await store.Runs.DeleteAsync(late, Ct);
        Assert.Equal(new CleanUpReport(1, 0, 0), await RunAsync(store, isDryRun: true));
        Assert.NotNull(await store.Table.Runs.GetAsync(RunItem.Key(old), cancellationToken: Ct));
        Assert.Equal(new CleanUpReport(1, 0, 0), await RunAsync(store));
        Assert.Equal(0, await store.Engine.CountAsync("RUN#" + old));
        Assert.Empty(store.Artifacts.List(ArtifactPath.Parse($"0/{old}"), Ct));
        foreach (var id in (string[])[kept, restored]) Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/{id}/artifacts"), Ct));
        Assert.Equal([late], await store.SearchAsync(LifecycleStage.Deleted));
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
    }

    [Fact]
    public async Task DeletedLoggedModels_GoWhenTheyAreOld_UnlessVersionsHaveTheirFiles()
    {
        using var store = await TestStore.StartAsync();
        var (kept, old, registered) = (await CreateAsync(store), await CreateAsync(store), await CreateAsync(store));
        await store.Models.CreateAsync("m", null, [], null, Ct);
        await store.ModelVersions.CreateAsync(
            new NewModelVersion(new("m"), "models:/" + registered, null, null, "", "", registered, []), Ct);
        foreach (var id in (string[])[old, registered]) await store.LoggedModels.DeleteAsync(id, Ct);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        store.Clock.Advance(Age);
        Assert.Equal(new CleanUpReport(0, 1, 0), await RunAsync(store, isDryRun: true));
        Assert.Equal(new CleanUpReport(0, 1, 0), await RunAsync(store));
        foreach (var partition in (string[])["LOGGEDMODEL#", "MODEL#"]) Assert.Equal(0, await store.Engine.CountAsync(partition + old));
        Assert.Empty(store.Artifacts.List(ArtifactPath.Parse($"0/models/{old}"), Ct));
        foreach (var id in (string[])[kept, registered])
        {
            Assert.NotEqual(0, await store.Engine.CountAsync("LOGGEDMODEL#" + id));
            Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/models/{id}/artifacts"), Ct));
        }
    }

    /// <summary>Whoever registers a version can leave out the model's id, and remove the model's tag.</summary>
    [Theory]
    [InlineData("models:/{0}")]
    [InlineData("mlflow-artifacts:/0/models/{0}/artifacts")]
    public async Task FilesOfVersions_Stay_WhateverTheModelsTagsSay(string source)
    {
        using var store = await TestStore.StartAsync();
        var model = await CreateAsync(store);
        await store.Models.CreateAsync("m", null, [], null, Ct);
        await store.ModelVersions.CreateAsync(
            new NewModelVersion(new("m"), string.Format(CultureInfo.InvariantCulture, source, model), null, null, "", "", null, []), Ct);
        await store.LoggedModels.DeleteAsync(model, Ct);
        store.Clock.Advance(Age);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"0/models/{model}/artifacts"), Ct));
    }

    [Fact]
    public async Task FoldersWithoutOwner_AreNamed_IfNobodyWritesThere_AndStay()
    {
        using var store = await TestStore.StartAsync();
        var (run, model) = (await store.CreateRunAsync(), await CreateAsync(store));
        var (noRun, noModel) = (RunIds.Create(), LoggedModelIds.Create());
        foreach (var path in (string[])[$"0/{run}", $"0/{noRun}", $"0/models/{noModel}", $"custom/{noRun}", "0/notes", $"9/{noRun}"])
            await WriteAsync(store, $"{path}/artifacts/a");
        var orphans = new OrphanFolders(new PartOwners(store.Table), store.Artifacts);
        Assert.Empty(await orphans.FindAsync(DateTimeOffset.UtcNow - Age, Ct).ToListAsync(Ct));
        var found = await orphans.FindAsync(DateTimeOffset.UtcNow.AddMinutes(1), Ct).ToListAsync(Ct);
        Assert.Equal([$"0/{noRun}", $"0/models/{noModel}", $"9/{noRun}"], found);

        // The files have the time of the system, and not of the store's clock.
        store.Clock.Advance(DateTimeOffset.UtcNow - store.Clock.GetUtcNow() + Age + TimeSpan.FromMinutes(1));
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        foreach (var path in (string[])[$"0/{run}", $"0/models/{model}", $"custom/{noRun}", "0/notes", .. found])
            Assert.Single(store.Artifacts.List(ArtifactPath.Parse(path + "/artifacts"), Ct));
    }

    /// <summary>A creation that breaks off leaves the parts that it has put before its transaction.</summary>
    [Fact]
    public async Task RemainsOfCreations_Go_AndThoseThatAreGoingOnStay()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, 150).Select(i => new NamedValue($"t{i}", "v"))];
        await store.Models.CreateAsync("whole", null, tags, null, Ct);
        var (model, logged, run) = (RunIds.Create(), LoggedModelIds.Create(), RunIds.Create());
        await store.Table.ModelTags.PutAsync(new ModelTagItem { ModelId = model, Name = "t", Value = "v" }, Ct);
        await store.Table.LoggedModelTags.PutAsync(new LoggedModelTagItem { ModelId = logged, Name = "t", Value = "v" }, Ct);
        await store.Table.RunTags.PutAsync(new RunTagItem { RunId = run, Name = "t", Value = "v" }, Ct);
        Assert.Equal(new CleanUpReport(0, 0, 3), await RunAsync(store, isDryRun: true));

        // A creation that goes on: its model is there when the time of grace is over.
        var (time, grace) = (new WaitingClock(), TimeSpan.FromMinutes(10));
        var (reader, writes) = (new ModelReader(store.Table), new TalliedWrites(store.Table));
        var remains = new VersionRemains(store.Table, reader, writes);
        var unseen = new UnseenParts(store.Table, new PartOwners(store.Table), store.Parts, remains, time);
        var cleaning = RunAsync(store, grace: grace, unseen: unseen);
        await Task.WhenAny(time.Waits, cleaning);
        await store.Table.Models.CreateAsync(new RegisteredModelItem { ModelId = model, Name = "late" }, Ct);
        time.Advance(grace);
        Assert.Equal(new CleanUpReport(0, 0, 2), await cleaning);
        Assert.Equal(0, await store.Engine.CountAsync("RUN#" + run) + await store.Engine.CountAsync("LOGGEDMODEL#" + logged));
        Assert.NotEqual(0, await store.Engine.CountAsync("MODEL#" + model));
        Assert.Equal(150, (await store.Models.GetAsync(new("whole"), Ct)).Tags.Count);
    }

    [Fact]
    public async Task DeletedExperiments_GoWhenTheyAreOld_WithAllThatIsInThem()
    {
        using var store = await TestStore.StartAsync();
        var (kept, old, restored) = (await NewAsync(store, "kept"), await NewAsync(store, "old"), await NewAsync(store, "restored"));
        var registered = await NewAsync(store, "registered");
        foreach (var id in (string[])[old, restored]) await store.LogAllAsync(await store.CreateRunAsync(id), id);
        var logged = await CreateAsync(store, old);
        var used = await CreateAsync(store, registered);
        await store.Models.CreateAsync("m", null, [], null, Ct);
        await store.ModelVersions.CreateAsync(new NewModelVersion(new("m"), "models:/" + used, null, null, "", "", used, []), Ct);
        foreach (var id in (string[])[old, restored, registered, "0"]) await store.Experiments.DeleteAsync(id, Ct);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        store.Clock.Advance(Age);
        await store.Experiments.RestoreAsync(restored, Ct);

        Assert.Equal(new CleanUpReport(1, 1, 0) { Experiments = 1 }, await RunAsync(store, isDryRun: true));
        Assert.NotEqual(0, await store.Engine.CountAsync("EXP#" + old));
        Assert.Equal(new CleanUpReport(1, 1, 0) { Experiments = 1 }, await RunAsync(store));
        Assert.Equal(0, await store.Engine.CountAsync("EXP#" + old) + await store.Engine.CountAsync("LOGGEDMODEL#" + logged));
        Assert.Empty(store.Artifacts.List(ArtifactPath.Parse($"{old}/models/{logged}"), Ct));
        foreach (var id in (string[])[kept, restored, registered, "0"]) Assert.NotEqual(0, await store.Engine.CountAsync("EXP#" + id));
        Assert.NotEqual(0, await store.Engine.CountAsync("LOGGEDMODEL#" + used));
        Assert.Single(await store.SearchAsync(LifecycleStage.Active, restored));
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        // Its name is free again.
        await NewAsync(store, "old");
    }

    /// <summary>The search for registered versions takes minutes; a restore that comes then is answered, or is still at the runs.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task LoggedModels_Stay_IfTheirExperimentIsRestoredMeanwhile(bool isTaken, bool breaksOff)
    {
        using var store = await TestStore.StartAsync();
        var (id, model) = await CreateInDeletedExperimentAsync(store);
        store.Before = isTaken ? (DynamoOperation.Scan, BeforeTheNextScan) : (DynamoOperation.Scan, RestoreAsync);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        if (breaksOff) await store.Experiments.RestoreAsync(id, Ct);
        Assert.Equal(LifecycleStage.Active, (await store.Experiments.GetAsync(id, Ct)).Experiment.Lifecycle);
        await store.LoggedModels.GetAsync(model, Ct);
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"{id}/models/{model}/artifacts"), Ct));

        Task BeforeTheNextScan()
        {
            store.Before = (DynamoOperation.Scan, RestoreAsync);
            return Task.CompletedTask;
        }

        async Task RestoreAsync()
        {
            if (breaksOff) store.Before = (DynamoOperation.Query, () => throw new IOException("Cut."));
            if (breaksOff) await Assert.ThrowsAnyAsync<Exception>(() => store.Experiments.RestoreAsync(id, Ct));
            else await store.Experiments.RestoreAsync(id, Ct);
        }
    }

    /// <summary>A clean-up that is killed has taken models, and has removed none.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LoggedModelsOfAKilledCleanUp_Stay_IfTheirExperimentIsRestored(bool findsThem)
    {
        using var store = await TestStore.StartAsync();
        var id = await NewAsync(store, "e");
        var (model, deleted) = (await CreateAsync(store, id), await CreateAsync(store, id));
        await store.LoggedModels.DeleteAsync(deleted, Ct);
        await store.Experiments.DeleteAsync(id, Ct);
        store.Clock.Advance(Age);
        await KillAsync(store);
        if (findsThem)
        {
            await store.Experiments.RestoreAsync(id, Ct);
            await store.LoggedModels.GetAsync(model, Ct);
        }
        else
        {
            // On the real service, the index may show a moment later that the models were taken.
            var update = store.Table.Experiments.Update(ExperimentItem.Key(id)).Set(e => e.Lifecycle, LifecycleStage.Active);
            await update.ExecuteAsync(Ct);
        }

        Assert.Equal(new CleanUpReport(0, 1, 0), await RunAsync(store, isDryRun: true));
        Assert.Equal(new CleanUpReport(0, 1, 0), await RunAsync(store));
        await store.LoggedModels.GetAsync(model, Ct);
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"{id}/models/{model}/artifacts"), Ct));
        Assert.Equal(0, await store.Engine.CountAsync("LOGGEDMODEL#" + deleted));
        store.Clock.Advance(Age);
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
    }

    [Fact]
    public async Task LoggedModelsOfAKilledCleanUp_GoWithTheNextOne_IfTheirExperimentIsStillDeleted()
    {
        using var store = await TestStore.StartAsync();
        var (id, model) = await CreateInDeletedExperimentAsync(store);
        await KillAsync(store);
        Assert.Equal(new CleanUpReport(0, 1, 0) { Experiments = 1 }, await RunAsync(store, isDryRun: true));
        Assert.Equal(new CleanUpReport(0, 1, 0) { Experiments = 1 }, await RunAsync(store));
        Assert.Equal(0, await store.Engine.CountAsync("LOGGEDMODEL#" + model));
    }

    /// <summary>A user who deletes a model meanwhile wants it deleted, also if the experiment is restored.</summary>
    [Fact]
    public async Task LoggedModelThatAUserDeletes_AfterItWasTaken_StaysDeleted()
    {
        using var store = await TestStore.StartAsync();
        var (id, model) = await CreateInDeletedExperimentAsync(store);
        await KillAsync(store);
        await store.LoggedModels.DeleteAsync(model, Ct);
        await store.Experiments.RestoreAsync(id, Ct);
        await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.GetAsync(model, Ct));
    }

    /// <summary>The search for registered versions does not see one that comes after it.</summary>
    [Fact]
    public async Task LoggedModels_Stay_IfAVersionIsRegisteredMeanwhile()
    {
        using var store = await TestStore.StartAsync();
        var (id, model) = await CreateInDeletedExperimentAsync(store);
        await store.Models.CreateAsync("m", null, [], null, Ct);
        var version = new NewModelVersion(new("m"), "models:/" + model, null, null, "", "", null, []);
        store.Before = (DynamoOperation.Scan, () =>
        {
            store.Before = (DynamoOperation.TransactWriteItems, () => store.ModelVersions.CreateAsync(version, Ct));
            return Task.CompletedTask;
        }
        );
        Assert.Equal(new CleanUpReport(0, 0, 0), await RunAsync(store));
        await store.LoggedModels.GetAsync(model, Ct);
        Assert.Single(store.Artifacts.List(ArtifactPath.Parse($"{id}/models/{model}/artifacts"), Ct));
    }

    /// <summary>The whole clean-up comes between the look at a logged model and the version.</summary>
    [Fact]
    public async Task VersionOfALoggedModelThatIsRemovedMeanwhile_IsRefused()
    {
        using var store = await TestStore.StartAsync();
        var (id, model) = await CreateInDeletedExperimentAsync(store);
        await store.Models.CreateAsync("m", null, [], null, Ct);
        store.Before = (DynamoOperation.TransactWriteItems, async () =>
            Assert.Equal(new CleanUpReport(0, 1, 0) { Experiments = 1 }, await RunAsync(store)));
        var version = new NewModelVersion(new("m"), "models:/" + model, null, null, "", "", model, []);
        var e = await Assert.ThrowsAsync<TrackingException>(() => store.ModelVersions.CreateAsync(version, Ct));
        Assert.Equal(new TrackingError.LoggedModelMissing(model), e.Error);
        Assert.Equal(0, await store.Engine.CountAsync("LOGGEDMODEL#" + model));
        Assert.Empty((await store.Models.GetAsync(new("m"), Ct)).LatestVersions);
    }

    [Fact]
    public async Task StepThatFails_IsReported_AndKeepsNoOther()
    {
        using var store = await TestStore.StartAsync();
        var id = await NewAsync(store, "e");
        await store.Experiments.DeleteAsync(id, Ct);
        var run = RunIds.Create();
        await store.Table.RunTags.PutAsync(new RunTagItem { RunId = run, Name = "t", Value = "v" }, Ct);
        store.Clock.Advance(Age);
        // The removal of the experiment and of its name.
        store.Before = (DynamoOperation.TransactWriteItems, () => throw new InvalidOperationException("Cut."));
        using var artifacts = new WithoutUploads(store.Artifacts);
        var error = await Assert.ThrowsAsync<AggregateException>(() => RunAsync(store, artifacts: artifacts));
        Assert.Equal(["Cut.", WithoutUploads.Message], error.InnerExceptions.Select(e => e.Message));
        Assert.Equal(0, await store.Engine.CountAsync("RUN#" + run));
        Assert.Equal(new CleanUpReport(0, 0, 0) { Experiments = 1 }, await RunAsync(store));
    }

    /// <summary>A removal that broke off after the experiment's own item has left its tags, which belong to nobody.</summary>
    [Fact]
    public async Task TagsOfAnExperimentThatIsGone_AreRemoved()
    {
        using var store = await TestStore.StartAsync();
        var id = await NewAsync(store, "gone");
        await store.Table.Experiments.RemoveAsync(ExperimentItem.Key(id), Ct);
        Assert.NotEqual(0, await store.Engine.CountAsync("EXP#" + id));
        Assert.Equal(new CleanUpReport(0, 0, 1), await RunAsync(store));
        Assert.Equal(0, await store.Engine.CountAsync("EXP#" + id));
    }

    private static Task<string> NewAsync(TestStore store, string name) =>
        store.Experiments.CreateAsync(name, null, [new NamedValue("t", "v")], null, Ct);

    /// <summary>Cleans up until the models of old experiments are taken.</summary>
    private static async Task KillAsync(TestStore store)
    {
        using var kill = new CancellationTokenSource();
        store.Before = (DynamoOperation.Scan, () =>
        {
            store.Before = (DynamoOperation.Scan, kill.CancelAsync);
            return Task.CompletedTask;
        }
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(store, cancellationToken: kill.Token));
    }

    private static Task<CleanUpReport> RunAsync(
        TestStore store,
        bool isDryRun = false,
        TimeSpan grace = default,
        IArtifactStore? artifacts = null,
        UnseenParts? unseen = null,
        CancellationToken? cancellationToken = null)
    {
        var experiments = new ExperimentPurge(store.Table, store.Parts, new RunSweep(store.Table, store.Stages));
        var cleanUp = new CleanUp(
            store.Table,
            store.Purge,
            experiments,
            new LoggedModelPurge(store.Table, experiments, store.Parts, store.Artifacts),
            new TakenModels(store.Table),
            unseen ?? store.Unseen,
            artifacts ?? store.Artifacts,
            store.Clock);
        return cleanUp.RunAsync(Age, grace, isDryRun, new LeftArtifacts(store.Artifacts), cancellationToken ?? Ct);
    }

    private static async Task<string> CreateAsync(TestStore store, string experiment = "0")
    {
        var model = new NewLoggedModel(experiment, "n", null, null, [new NamedValue("p", "1")], [new NamedValue("t", "1")]);
        var id = (await store.LoggedModels.CreateAsync(model, Ct)).Item.ModelId;
        await WriteAsync(store, $"{experiment}/models/{id}/artifacts/a");
        return id;
    }

    /// <summary>A logged model whose experiment was deleted long ago.</summary>
    private static async Task<(string Experiment, string Model)> CreateInDeletedExperimentAsync(TestStore store)
    {
        var id = await NewAsync(store, "e");
        var model = await CreateAsync(store, id);
        await store.Experiments.DeleteAsync(id, Ct);
        store.Clock.Advance(Age);
        return (id, model);
    }

    private static async Task WriteAsync(TestStore store, string path)
    {
        using var content = new MemoryStream([1]);
        await store.Artifacts.WriteAsync(ArtifactPath.Parse(path), content, Ct);
    }
}
