using DynamoToolkit;
using DynamoToolkit.Transport;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Tables from before the indexes of names.</summary>
public sealed class NameBackfillTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OldTable_IsSearchedByItsLists_UntilTheBackfillEnds()
    {
        using var store = await TestStore.StartAsync();
        var experiment = await store.Experiments.CreateAsync("old experiment", null, [], null, Ct);
        for (var i = 0; i < 150; i++)
            await store.Runs.CreateAsync(new NewRun(i % 2 == 0 ? experiment : "0", "u", $"old-{i}", i, []), Ct);
        await store.Engine.ForgetNamesAsync();
        await store.Experiments.EnsureDefaultAsync(Ct);
        await store.Names.LoadAsync(Ct);
        Assert.False(store.Names.IsUsed);
        Assert.Equal(["old-7"], await FindAsync(store, "%d-7"));

        // A renamed run has its name in the index, and all others are still found.
        var id = await store.CreateRunAsync(start: 500);
        await store.Engine.ForgetNamesAsync();
        await store.Runs.UpdateAsync(id, null, null, "new-7", Ct);
        Assert.Equal(["new-7", "old-7"], await FindAsync(store, "%-7"));

        var places = new List<string?>();
        var backfill = new NameBackfill(store.Table, store.Names);
        await backfill.RunAsync(null, null, KeepAsync, Ct);
        Assert.Null(places[^1]);
        await store.Names.LoadAsync(Ct);
        Assert.True(store.Names.IsUsed);
        Assert.Equal(["new-7", "old-7"], await FindAsync(store, "%-7"));
        Assert.Equal(["old-7"], await FindAsync(store, "%d-7"));
        Assert.Single((await store.Names.FindRunsAsync(["0"], RunFilterParser.Parse("run_name LIKE '%d-7'").NamePatterns, 9, Ct))!);
        var named = await store.Names.FindExperimentsAsync(ExperimentFilterParser.Parse("name LIKE '%d exp%'").NamePatterns, 9, Ct);
        Assert.Equal([experiment], named!.Select(one => one.ExperimentId));

        // From any place it continues to the end, and does nothing twice.
        foreach (var place in places.OfType<string>().Distinct().ToList())
        {
            await backfill.RunAsync(place, null, progress =>
            {
                Assert.Equal(0, progress.Corrected);
                return Task.CompletedTask;
            }, Ct);
        }

        Task KeepAsync(BackfillProgress progress)
        {
            places.Add(progress.Next);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("runs:x")]
    [InlineData("runs:-1")]
    [InlineData("experiments:x")]
    [InlineData("models:x")]
    public async Task Backfill_FromAnUnknownPlace_IsRefused(string place)
    {
        using var store = await TestStore.StartAsync();
        var error = await Record.ExceptionAsync(
            () => new NameBackfill(store.Table, store.Names).RunAsync(place, null, _ => Task.CompletedTask, Ct));
        Assert.True(error is ArgumentException or PageTokenException, error?.ToString());
    }

    [Fact]
    public async Task Backfill_OfARunThatIsRenamedMeanwhile_TakesTheNewName()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        await store.Engine.ForgetNamesAsync();
        // A server from before the index renames the run.
        async Task RenameAsync() => await store.Table.Runs.Update(RunItem.Key(id)).Set(r => r.Name, "later").ExecuteAsync(Ct);
        store.Before = (DynamoOperation.TransactWriteItems, RenameAsync);
        await new NameBackfill(store.Table, store.Names).RunAsync(null, 1_000_000, _ => Task.CompletedTask, Ct);
        await store.Names.LoadAsync(Ct);
        Assert.Equal(["later"], await FindAsync(store, "later"));
        Assert.Equal("later", (await store.Table.RunNames.GetAsync(RunNameItem.Key(id), cancellationToken: Ct))!.Name);
    }

    /// <summary>All models are in their index; a creation that breaks off leaves its name there as well.</summary>
    [Fact]
    public async Task Backfill_DeletesWhatModelsThatWereNotCreatedLeft()
    {
        const string index = "TRIGRAM#RegisteredModelItem.Name##";
        using var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("kept", null, [], null, Ct);
        var kept = await store.Engine.CountAsync(index);
        store.Before = (DynamoOperation.TransactWriteItems, () => throw new IOException("The server breaks down."));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Models.CreateAsync("other", null, [], null, Ct));
        Assert.True(await store.Engine.CountAsync(index) > kept);
        store.Clock.Advance(TimeSpan.FromHours(2));
        await new NameBackfill(store.Table, store.Names).RunAsync(null, null, _ => Task.CompletedTask, Ct);
        Assert.Equal(kept, await store.Engine.CountAsync(index));
        var found = await store.Names.FindModelsAsync(ModelFilterParser.Parse("name LIKE '%kept%'").NamePatterns, 9, Ct);
        Assert.Equal(["kept"], found!.Select(model => model.Name));
    }

    private static async Task<string[]> FindAsync(TestStore store, string like)
    {
        var filter = RunFilterParser.Parse($"attributes.run_name LIKE '{like}'");
        var query = new RunQuery(["0", "1"], filter, RunOrder.NewestFirst, LifecycleStage.Active, 100, null);
        return [.. (await store.RunSearch.SearchAsync(query, Ct)).Page.Select(run => run.Run.Name)];
    }
}
