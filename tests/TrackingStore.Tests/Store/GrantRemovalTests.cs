using DynamoToolkit.Transport;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Permissions go with what they are for, and stay with what is renamed.</summary>
public sealed class GrantRemovalTests
{
    private const string Owner = "owner";
    private const string Other = "other";

    private static readonly ModelKey Model = new("m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grants_StayWithARenamedModel_AndGoWithADeletedOne()
    {
        using var store = await StartAsync();
        var id = await CreateModelAsync(store);
        await store.Models.RenameAsync(Model, "renamed", Ct);
        Assert.Equal([id], await GrantsAsync(store, Owner));
        Assert.Equal([id], await GrantsAsync(store, Other));
        var kept = await CreateModelAsync(store);
        await store.Models.DeleteAsync(new ModelKey("renamed"), Ct);
        Assert.Equal([kept], await GrantsAsync(store, Owner));
        Assert.Equal([kept], await GrantsAsync(store, Other));
    }

    [Fact]
    public async Task Grants_StayWithADeletedExperiment_AndGoWhenItIsRemoved()
    {
        using var store = await StartAsync();
        var (kept, id) = (await CreateExperimentAsync(store, "kept"), await CreateExperimentAsync(store, "e"));
        await store.Experiments.DeleteAsync(id, Ct);
        Assert.Equal([kept, id], await GrantsAsync(store, Other));
        await RemoveAsync(store, id);
        foreach (var user in (string[])[Owner, Other]) Assert.Equal([kept], await GrantsAsync(store, user));
        // Whoever creates one of the same name gets another id.
        Assert.NotEqual(id, await CreateExperimentAsync(store, "e"));
    }

    /// <summary>The longest names of users fit into the keys of their permissions.</summary>
    [Fact]
    public async Task Grants_OfUsersWithLongNames_AreFound()
    {
        using var store = await StartAsync();
        string[] names = [string.Concat(Enumerable.Repeat("😀", Limits.UserName)), new string('#', Limits.UserName)];
        var id = await CreateModelAsync(store);
        foreach (var name in names)
        {
            await store.Users.CreateAsync(name, "a long password", isAdmin: false, Ct);
            await store.Grants.CreateAsync(name, new GrantTarget(ResourceKind.Model, id, "m"), Permission.READ, Ct);
            Assert.Equal([id], await GrantsAsync(store, name));
        }

        await store.Models.DeleteAsync(Model, Ct);
        foreach (var name in names) Assert.Empty(await GrantsAsync(store, name));
    }

    /// <summary>Nothing finds them by an index, or the process that was about to delete them has ended.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GrantsThatAreLeft_GoWithTheNextCleanUp(bool isFromBefore)
    {
        using var store = await StartAsync();
        var (keptExperiment, id) = (await CreateExperimentAsync(store, "kept"), await CreateExperimentAsync(store, "e"));
        await CreateModelAsync(store);
        var keptModel = await CreateModelAsync(store, "kept");
        if (isFromBefore) await store.Engine.ForgetIndexOfGrantsAsync();
        await store.Experiments.DeleteAsync(id, Ct);
        await EndAsync(() => store.Models.DeleteAsync(Model, Ct));
        await EndAsync(() => RemoveAsync(store, id));
        Assert.Equal(4, (await GrantsAsync(store, Owner)).Length);
        Assert.Equal(2, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: true, Ct));
        Assert.Equal(2, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: false, Ct));
        foreach (var user in (string[])[Owner, Other]) Assert.Equal([keptExperiment, keptModel], await GrantsAsync(store, user));
        Assert.Equal(0, await store.Unseen.RemoveAsync(TimeSpan.Zero, isDryRun: true, Ct));

        // A removal; or one whose process ends with the first query after the write that removes the thing itself.
        async Task EndAsync(Func<Task> removeAsync)
        {
            if (isFromBefore)
            {
                await removeAsync();
                return;
            }

            store.Before = (DynamoOperation.TransactWriteItems, () =>
            {
                store.Before = (DynamoOperation.Query, () => throw new IOException("The process has ended."));
                return Task.CompletedTask;
            }
            );
            await Assert.ThrowsAnyAsync<Exception>(removeAsync);
        }
    }

    private static async Task<TestStore> StartAsync()
    {
        var store = await TestStore.StartAsync();
        foreach (var user in (string[])[Owner, Other]) await store.Users.CreateAsync(user, "a long password", isAdmin: false, Ct);
        return store;
    }

    private static async Task<string> CreateModelAsync(TestStore store, string name = "m")
    {
        var id = (await store.Models.CreateAsync(name, null, [], Owner, Ct)).Item.ModelId;
        await store.Grants.CreateAsync(Other, new GrantTarget(ResourceKind.Model, id, name), Permission.READ, Ct);
        return id;
    }

    private static async Task<string> CreateExperimentAsync(TestStore store, string name)
    {
        var id = await store.Experiments.CreateAsync(name, null, [], Owner, Ct);
        await store.Grants.CreateAsync(Other, new GrantTarget(ResourceKind.Experiment, id, id), Permission.READ, Ct);
        return id;
    }

    private static async Task RemoveAsync(TestStore store, string experimentId)
    {
        var purge = new ExperimentPurge(store.Table, store.Parts, new RunSweep(store.Table, store.Stages));
        var experiment = (await store.Experiments.GetAsync(experimentId, Ct)).Experiment;
        Assert.True(await purge.RemoveAsync(experiment, Ct));
    }

    /// <summary>What a user has permissions for, experiments first: that is the order of the keys.</summary>
    private static async Task<string[]> GrantsAsync(TestStore store, string user) =>
        [.. (await store.Grants.OfUserAsync(user, Ct)).Select(grant => grant.Resource)];
}
