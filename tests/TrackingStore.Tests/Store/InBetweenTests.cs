using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Store;

/// <summary>Another request comes between the read and the write of a request.</summary>
public sealed class InBetweenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("b", DynamoOperation.TransactWriteItems)]
    [InlineData("a", DynamoOperation.PutItem)]
    public async Task Rename_OfWhatIsDeletedMeanwhile_LeavesItDeleted(string newName, DynamoOperation write)
    {
        using var store = await TestStore.StartAsync();
        var id = await store.Experiments.CreateAsync("a", null, [], null, Ct);
        store.Before = (write, () => store.Experiments.DeleteAsync(id, Ct));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Experiments.RenameAsync(id, newName, Ct));
        Assert.IsType<TrackingError.DeletedExperimentRenamed>(error.Error);
        var experiment = (await store.Experiments.GetByNameAsync("a", Ct)).Experiment;
        Assert.Equal((id, LifecycleStage.Deleted), (experiment.ExperimentId, experiment.Lifecycle));
        await Assert.ThrowsAsync<TrackingException>(() => store.Experiments.CreateAsync("a", null, [], null, Ct));
        Assert.Single(await store.Engine.ReservationsAsync(), text => text == $"a EXP#{id}");
    }

    [Fact]
    public async Task Rename_OfWhatIsRenamedMeanwhile_IsTheLaterOne()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.Experiments.CreateAsync("a", null, [], null, Ct);
        store.Before = (DynamoOperation.TransactWriteItems, () => store.Experiments.RenameAsync(id, "b", Ct));
        await store.Experiments.RenameAsync(id, "c", Ct);
        Assert.Equal("c", (await store.Experiments.GetAsync(id, Ct)).Experiment.Name);
        Assert.Equal(["Default EXP#0", $"c EXP#{id}"], await store.Engine.ReservationsAsync());
    }

    /// <summary>Both succeed, and the later one reads nothing again to find that out.</summary>
    [Fact]
    public async Task Delete_OfWhatIsDeletedMeanwhile_Succeeds()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.Experiments.CreateAsync("a", null, [], null, Ct);
        store.Before = (DynamoOperation.UpdateItem, () => store.Experiments.DeleteAsync(id, Ct));
        Assert.Equal("2 GetItem, 16 Query, 2 UpdateItem", await store.RequestsOfAsync(() => store.Experiments.DeleteAsync(id, Ct)));
        Assert.Equal(LifecycleStage.Deleted, (await store.Experiments.GetAsync(id, Ct)).Experiment.Lifecycle);
    }

    /// <summary>An expired item that the purge removes between the read and the write of a restoring is not restored.</summary>
    [Fact]
    public async Task Restore_OfWhatIsRemovedMeanwhile_IsNotFound()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1));
        var id = await store.CreateRunAsync();
        await store.Runs.DeleteAsync(id, Ct);
        store.Before = (DynamoOperation.TransactWriteItems, PurgeAsync);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Runs.RestoreAsync(id, Ct));
        Assert.IsType<TrackingError.RunMissing>(error.Error);
        Assert.Equal(0, await store.Engine.CountAsync("RUN#" + id));

        async Task PurgeAsync()
        {
            store.Clock.Advance(TimeSpan.FromDays(2));
            Assert.Equal(1, await store.PurgeAsync(Ct));
        }
    }

    /// <summary>A run that is restored after the index has shown it as expired keeps all that was logged to it.</summary>
    [Fact]
    public async Task Purge_OfWhatIsRestoredMeanwhile_RemovesNothing()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1));
        var id = await store.CreateRunAsync();
        await store.LogAllAsync(id);
        var items = await store.Engine.CountAsync("RUN#" + id);
        await store.Runs.DeleteAsync(id, Ct);
        store.Before = (DynamoOperation.DeleteItem, RestoreAsync);
        store.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await store.PurgeAsync(Ct));
        Assert.Equal(items, await store.Engine.CountAsync("RUN#" + id));

        async Task RestoreAsync()
        {
            // By a server whose clock is behind.
            store.Clock.Advance(TimeSpan.FromDays(-2));
            await store.Runs.RestoreAsync(id, Ct);
        }
    }
}
