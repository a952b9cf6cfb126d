using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Registered models and their versions without a server.</summary>
public sealed class ModelStoreTests
{
    // More than one transaction takes.
    private const int Versions = 102;

    private static readonly ModelKey Model = new("m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_WithANameThatIsTaken_WritesNothing()
    {
        using var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("m", null, [], null, Ct);
        NamedValue[] tags = [.. Enumerable.Range(0, 150).Select(i => new NamedValue($"k{i}", "v"))];
        var requests = await store.RequestsOfAsync(() =>
            Assert.ThrowsAsync<TrackingException>(() => store.Models.CreateAsync("m", null, tags, null, Ct)));
        Assert.Equal("2 GetItem, Query", requests);
    }

    /// <summary>Tags that do not fit into the transaction are written before it, below an id that nobody knows.</summary>
    [Fact]
    public async Task Create_OfMoreThanATransactionTakes_ThatLosesItsName_LeavesNothing()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, 150).Select(i => new NamedValue($"k{i}", "v"))];
        store.Before = (DynamoOperation.TransactWriteItems, () => store.Models.CreateAsync("m", null, [], null, Ct));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Models.CreateAsync("m", null, tags, null, Ct));
        Assert.IsType<TrackingError.ModelNameTaken>(error.Error);
        Assert.Empty((await store.Models.GetAsync(Model, Ct)).Tags);

        // The model and the tally of its tags.
        Assert.Equal(2, await store.Engine.CountAllAsync("MODEL#"));
    }

    [Fact]
    public async Task Create_OfMoreThanATransactionTakes_ThatBreaksOff_IsNotSeen_AndCanBeRepeated()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, 150).Select(i => new NamedValue($"k{i}", "v"))];
        store.Before = (DynamoOperation.TransactWriteItems, () => throw new IOException("The process has ended."));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Models.CreateAsync("m", null, tags, null, Ct));
        await Assert.ThrowsAsync<TrackingException>(() => store.Models.GetAsync(Model, Ct));
        Assert.Equal(150, (await store.Models.CreateAsync("m", null, tags, null, Ct)).Tags.Count);
    }

    /// <summary>A creation that loses its number tries again with the same model, whatever has its name by then.</summary>
    [Fact]
    public async Task CreateVersion_OfAModelThatLosesItsNameMeanwhile_DoesNotGoToAnotherModel()
    {
        using var store = await TestStore.StartAsync();
        var version = new NewModelVersion(Model, "s3://b", null, null, "", "", null, []);
        await store.Models.CreateAsync("m", null, [], null, Ct);
        store.Before = (DynamoOperation.TransactWriteItems, async () =>
        {
            await store.ModelVersions.CreateAsync(version, Ct);
            await store.Models.RenameAsync(Model, "other", Ct);
            await store.Models.CreateAsync("m", null, [], null, Ct);
        }
        );
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.ModelVersions.CreateAsync(version, Ct));
        Assert.Equal(new TrackingError.ModelMissing("m"), error.Error);
        Assert.Empty((await store.Models.GetAsync(Model, Ct)).LatestVersions);
    }

    [Fact]
    public async Task Move_OfMoreThanATransactionTakes_WhileOneIsDeleted_ArchivesTheOthers()
    {
        using var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("m", null, [], null, Ct);
        for (var i = 1; i <= Versions; i++)
        {
            await store.ModelVersions.CreateAsync(new NewModelVersion(Model, "s3://b", null, null, "", "", null, []), Ct);
            await store.ModelVersions.MoveAsync(Model, i, ModelStage.Production, archivesOthers: false, Ct);
        }

        // The transaction takes the first 98 of the others; the 100th is archived before it.
        store.Before = (DynamoOperation.UpdateItem, () => store.ModelVersions.DeleteAsync(Model, 100, Ct));
        var moved = await store.ModelVersions.MoveAsync(Model, Versions, ModelStage.Production, archivesOthers: true, Ct);
        Assert.Null(store.Before);
        Assert.Equal(ModelStage.Production, moved.Item.Stage);
        var model = await store.Models.GetAsync(Model, Ct);
        var versions = await store.Table.ModelVersions.Query(ModelVersionItem.Partition(model.Item.ModelId)).ToListAsync(Ct);
        Assert.Equal(Versions - 1, versions.Count);
        Assert.All(versions.SkipLast(1), version => Assert.Equal(ModelStage.Archived, version.Stage));
    }

    /// <summary>A request that has found the model comes between any two requests of the deletion.</summary>
    [Theory]
    [InlineData(DynamoOperation.BatchWriteItem)]
    [InlineData(DynamoOperation.Query)]
    public async Task AliasThatIsSetWhileTheModelIsDeleted_IsNotLeft_AndNoOtherModelHasIt(DynamoOperation operation)
    {
        for (var place = 1; ; place++)
        {
            using var store = await TestStore.StartAsync();
            await store.Models.CreateAsync("m", null, [], null, Ct);
            var model = await store.Models.RequireAsync(Model, Ct);
            var version = new NewModelVersion(Model, "s3://b", null, null, "", "", null, []);
            await store.ModelVersions.CreateAsync(version, Ct);
            for (var i = 0; i < 120; i++) await store.Models.SetAliasAsync(Model, $"a{i}", 1, Ct);
            SetBefore(place);
            await store.Models.DeleteAsync(Model, Ct);
            var isPast = store.Before is not null;
            store.Before = null;
            Assert.Equal(0, await store.Engine.CountAsync("MODEL#" + model.ModelId));
            await store.Models.CreateAsync("m", null, [], null, Ct);
            await store.ModelVersions.CreateAsync(version, Ct);
            Assert.Empty((await store.Models.GetAsync(Model, Ct)).Aliases);
            if (!isPast) continue;
            Assert.True(place > 3);
            return;

            void SetBefore(int requests) => store.Before = (operation, async () =>
            {
                if (requests > 1)
                {
                    SetBefore(requests - 1);
                    return;
                }

                try
                {
                    await new TalliedWrites(store.Table).SetAliasAsync(model, "late", 1, Ct);
                }
                catch (TrackingException)
                {
                    // The deletion was faster.
                }
            }
            );
        }
    }
}
