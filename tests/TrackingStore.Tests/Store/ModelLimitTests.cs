using System.Collections.Concurrent;
using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>How much a registered model can have, and how much of it is read.</summary>
public sealed class ModelLimitTests
{
    // Eleven of them have less than a million bytes, twelve more.
    private const int Length = 90_000;
    private const int MostOfThem = 11;
    private static readonly ModelKey Model = new("m");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tags_OfManyWriters_DoNotOutgrowTheLimit(bool ofVersion)
    {
        using var store = await StartAsync(versions: 1);
        var (set, refused) = (new ConcurrentBag<int>(), new ConcurrentBag<TrackingError>());
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await SetAsync($"k{i}", Length);
                    set.Add(i);
                }
                catch (TrackingException e)
                {
                    refused.Add(e.Error);
                }
            },
            Ct)));
        Assert.Equal(MostOfThem, set.Count);
        Assert.All(refused, error => Assert.Equal(new TrackingError.ModelTagsFull("m", ofVersion ? "1" : null), error));

        // A shorter value, or a deleted tag, makes room.
        var (first, second) = (set.First(), set.Last());
        await SetAsync($"k{first}", Length);
        await SetAsync($"k{first}", 1);
        await SetAsync("new", Length);
        await Assert.ThrowsAsync<TrackingException>(() => SetAsync("newer", Length));
        if (ofVersion) await store.ModelVersions.DeleteTagAsync(Model, 1, $"k{second}", Ct);
        else await store.Models.DeleteTagAsync(Model, $"k{second}", Ct);
        await SetAsync("newer", Length);
        var version = await store.ModelVersions.GetAsync(Model, 1, Ct);
        var tags = ofVersion ? version.Tags : (await store.Models.GetAsync(Model, Ct)).Tags;
        Assert.Equal(MostOfThem + 1, tags.Count);
        Assert.True(tags.Sum(tag => tag.Weight) < Limits.ModelTagBytes);

        Task SetAsync(string name, int length)
        {
            var tag = new NamedValue(name, new string('v', length));
            return ofVersion ? store.ModelVersions.SetTagAsync(Model, 1, tag, Ct) : store.Models.SetTagAsync(Model, tag, Ct);
        }
    }

    [Fact]
    public async Task Tags_AreLimitedInNumber_AlsoIfTheModelWasCreatedWithThem()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, Limits.ModelTags - 1).Select(i => new NamedValue($"k{i}", "v"))];
        var created = await store.Models.CreateAsync("m", null, tags, null, Ct);
        Assert.Equal(tags.Length, created.Tags.Count);
        await store.Models.SetTagAsync(Model, new NamedValue("last", "v"), Ct);
        await store.Models.SetTagAsync(Model, new NamedValue("last", "w"), Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetTagAsync(Model, new NamedValue("one more", "v"), Ct));
        Assert.Equal(new TrackingError.ModelTagsFull("m", null), error.Error);
        await store.Models.DeleteTagAsync(Model, "k0", Ct);
        await store.Models.DeleteTagAsync(Model, "k0", Ct);
        await store.Models.SetTagAsync(Model, new NamedValue("one more", "v"), Ct);
        await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetTagAsync(Model, new NamedValue("k0", "v"), Ct));
    }

    [Fact]
    public async Task Aliases_AreLimited_AndThoseOfADeletedVersionMakeRoom()
    {
        using var store = await StartAsync(versions: 2);
        for (var i = 0; i < Limits.ModelAliases; i++) await store.Models.SetAliasAsync(Model, $"a{i}", (i % 100 == 0) ? 1 : 2, Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetAliasAsync(Model, "b", 2, Ct));
        Assert.Equal(new TrackingError.ModelAliasesFull("m"), error.Error);
        await store.Models.SetAliasAsync(Model, "a1", 2, Ct);
        await store.ModelVersions.DeleteAsync(Model, 1, Ct);
        Assert.Equal(Limits.ModelAliases - 10, (await store.Models.GetAsync(Model, Ct)).Aliases.Count);
        for (var i = 0; i < 10; i++) await store.Models.SetAliasAsync(Model, $"b{i}", 2, Ct);
        await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetAliasAsync(Model, "c", 2, Ct));
    }

    /// <summary>Models that are older than the tallies have none.</summary>
    [Fact]
    public async Task Tags_OfAModelWithoutATally_AreCounted()
    {
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, Limits.ModelTags).Select(i => new NamedValue($"k{i}", "v"))];
        var id = (await store.Models.CreateAsync("m", null, tags, null, Ct)).Item.ModelId;
        await ForgetAsync();
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetTagAsync(Model, new NamedValue("one more", "v"), Ct));
        Assert.Equal(new TrackingError.ModelTagsFull("m", null), error.Error);

        await ForgetAsync();
        await store.Models.DeleteTagAsync(Model, "k0", Ct);
        await store.Models.SetTagAsync(Model, new NamedValue("one more", "v"), Ct);
        await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetTagAsync(Model, new NamedValue("k0", "v"), Ct));

        Task ForgetAsync() => store.Table.Tallies.Delete(TallyItem.Key(id, TallyItem.Tags)).ExecuteAsync(Ct);
    }

    [Fact]
    public async Task Tags_OfAVersionWithoutATally_AreCounted()
    {
        using var store = await StartAsync(versions: 1, tags: 3);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        var key = TallyItem.Key(id, TallyItem.TagsOf(1));
        await store.Table.Tallies.Delete(key).ExecuteAsync(Ct);
        await store.ModelVersions.SetTagAsync(Model, 1, new NamedValue("new", "1234"), Ct);
        var tally = await store.Table.Tallies.GetAsync(key, consistentRead: true, Ct);
        Assert.Equal((4, 3 * 3 + 7), (tally!.Count, tally.Bytes));
    }

    /// <summary>A tag that is set after the tags were read, and before their tally is put, is counted as well.</summary>
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, 5L)]
    public async Task Tags_ThatAreSetWhileTheyAreCounted_AreCounted(bool hasTally, long? changes)
    {
        using var store = await StartAsync(versions: 0);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        var key = TallyItem.Key(id, TallyItem.Tags);
        await store.Table.Tallies.Delete(key).ExecuteAsync(Ct);
        if (hasTally)
        {
            var full = new TallyItem { ModelId = id, Of = TallyItem.Tags, Count = Limits.ModelTags, Bytes = 9, Changes = changes };
            await store.Table.Tallies.Put(full).ExecuteAsync(Ct);
        }

        store.Before = (DynamoOperation.Query, () =>
        {
            store.Before = (DynamoOperation.TransactWriteItems, () => store.Models.SetTagAsync(Model, new NamedValue("other", "v"), Ct));
            return Task.CompletedTask;
        }
        );
        await store.Models.SetTagAsync(Model, new NamedValue("k", "v"), Ct);
        Assert.Null(store.Before);
        var tally = await store.Table.Tallies.GetAsync(key, consistentRead: true, Ct);
        Assert.Equal((2, 6 + 2), (tally!.Count, tally.Bytes));
    }

    /// <summary>Deletions that broke off have left aliases that nobody sees.</summary>
    [Fact]
    public async Task Aliases_WithoutAVersion_MakeRoom()
    {
        using var store = await StartAsync(versions: 1);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        var key = TallyItem.Key(id, TallyItem.Aliases);
        await store.Models.SetAliasAsync(Model, "a", 1, Ct);
        await store.Table.ModelAliases.Put(new ModelAliasItem { ModelId = id, Alias = "old", Version = 7 }).ExecuteAsync(Ct);
        await store.Table.Tallies.Put(new TallyItem { ModelId = id, Of = TallyItem.Aliases, Count = Limits.ModelAliases, Bytes = 9 })
            .ExecuteAsync(Ct);
        await store.Models.SetAliasAsync(Model, "b", 1, Ct);
        var aliases = await store.Table.ModelAliases.Query(ModelAliasItem.Partition(id)).ToListAsync(Ct);
        Assert.Equal(["a", "b"], aliases.Select(alias => alias.Alias));
        var tally = await store.Table.Tallies.GetAsync(key, consistentRead: true, Ct);
        Assert.Equal((2, 2), (tally!.Count, tally.Bytes));
    }

    /// <summary>An alias that names another version before it is deleted as one without a version is still there, and counts.</summary>
    [Fact]
    public async Task Alias_ThatGetsAVersionWhileAliasesAreCounted_IsCounted()
    {
        using var store = await StartAsync(versions: 1);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        await store.Table.ModelAliases.Put(new ModelAliasItem { ModelId = id, Alias = "old", Version = 7 }).ExecuteAsync(Ct);
        await store.Table.Tallies.Put(new TallyItem { ModelId = id, Of = TallyItem.Aliases, Count = Limits.ModelAliases, Bytes = 9 })
            .ExecuteAsync(Ct);
        store.Before = (DynamoOperation.DeleteItem, () => store.Models.SetAliasAsync(Model, "old", 1, Ct));
        await store.Models.SetAliasAsync(Model, "b", 1, Ct);
        Assert.Null(store.Before);
        var aliases = await store.Table.ModelAliases.Query(ModelAliasItem.Partition(id)).ToListAsync(Ct);
        Assert.Equal(["b", "old"], aliases.Select(alias => alias.Alias));
        var tally = await store.Table.Tallies.GetAsync(TallyItem.Key(id, TallyItem.Aliases), consistentRead: true, Ct);
        Assert.Equal((2, 4), (tally!.Count, tally.Bytes));
    }

    [Fact]
    public async Task Tag_OfAModelThatIsDeletedMeanwhile_IsNotLeftBehind()
    {
        using var store = await StartAsync(versions: 0);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        store.Before = (DynamoOperation.TransactWriteItems, () => store.Models.DeleteAsync(Model, Ct));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Models.SetTagAsync(Model, new NamedValue("k", "v"), Ct));
        Assert.IsType<TrackingError.ModelMissing>(error.Error);
        Assert.Equal(0, await store.Engine.CountAsync("MODEL#" + id));
    }

    /// <summary>The client leaves once the version is gone.</summary>
    [Fact]
    public async Task DeleteVersion_OfAClientThatLeaves_LeavesNoItem()
    {
        using var store = await StartAsync(versions: 1, tags: 2);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        await store.Models.SetAliasAsync(Model, "a", 1, Ct);
        using var client = new CancellationTokenSource();
        store.Before = (DynamoOperation.Query, client.CancelAsync);
        await store.ModelVersions.DeleteAsync(Model, 1, client.Token);

        // The model, and the tallies of its tags and aliases.
        Assert.True(client.IsCancellationRequested);
        Assert.Equal(3, await store.Engine.CountAsync("MODEL#" + id));
    }

    [Fact]
    public async Task DeleteVersion_ThatBreaksOff_IsFinishedByTheNextOne()
    {
        using var store = await StartAsync(versions: 1, tags: 2);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        await store.Models.SetAliasAsync(Model, "a", 1, Ct);
        store.Before = (DynamoOperation.Query, () => throw new IOException("The process has ended."));
        await Assert.ThrowsAnyAsync<Exception>(() => store.ModelVersions.DeleteAsync(Model, 1, Ct));
        Assert.Equal(7, await store.Engine.CountAsync("MODEL#" + id));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.ModelVersions.DeleteAsync(Model, 1, Ct));
        Assert.IsType<TrackingError.ModelVersionMissing>(error.Error);
        Assert.Equal(3, await store.Engine.CountAsync("MODEL#" + id));
    }

    [Fact]
    public async Task Delete_OfAClientThatLeaves_LeavesNoItem()
    {
        using var store = await StartAsync(versions: 3);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        using var client = new CancellationTokenSource();
        store.Before = (DynamoOperation.Query, client.CancelAsync);
        await store.Models.DeleteAsync(Model, client.Token);
        Assert.True(client.IsCancellationRequested);
        Assert.Equal(0, await store.Engine.CountAsync("MODEL#" + id));
    }

    /// <summary>A deleted model leaves nothing behind: not its tallies either.</summary>
    [Fact]
    public async Task Delete_LeavesNoItem()
    {
        using var store = await StartAsync(versions: 3);
        await store.Models.SetTagAsync(Model, new NamedValue("k", "v"), Ct);
        await store.ModelVersions.SetTagAsync(Model, 2, new NamedValue("k", "v"), Ct);
        await store.Models.SetAliasAsync(Model, "a", 2, Ct);
        var id = (await store.Models.RequireAsync(Model, Ct)).ModelId;
        await store.ModelVersions.DeleteAsync(Model, 3, Ct);
        Assert.Equal(10, await store.Engine.CountAsync("MODEL#" + id));
        await store.Models.DeleteAsync(Model, Ct);
        Assert.Equal(0, await store.Engine.CountAsync("MODEL#" + id));
    }

    /// <summary>The tags of other versions come before those of the latest one, and are more than it is worth reading.</summary>
    [Fact]
    public async Task Get_OfAModelWithManyVersions_ShowsTheLatestWithAllOfItsTags()
    {
        using var store = await StartAsync(versions: 12, tags: Limits.NewVersionTags);
        await store.Models.SetAliasAsync(Model, "first", 1, Ct);
        await store.Models.SetAliasAsync(Model, "last", 12, Ct);
        await store.ModelVersions.MoveAsync(Model, 2, ModelStage.Staging, archivesOthers: false, Ct);
        var model = await store.Models.GetAsync(Model, Ct);
        Assert.Equal(["12", "2"], model.LatestVersions.Select(version => $"{version.Item.Version}"));
        Assert.All(model.LatestVersions, version => Assert.Equal(Limits.NewVersionTags, version.Tags.DistinctBy(tag => tag.Name).Count()));
        Assert.Equal([["last"], []], model.LatestVersions.Select(version => version.Aliases));
        Assert.Equal(["first", "last"], model.Aliases.Select(alias => alias.Alias));
    }

    /// <summary>More than a request may keep in memory comes in shorter pages, whole and in order.</summary>
    [Fact]
    public async Task Searches_OfLongTexts_ComeInShorterPages()
    {
        const int count = 20;
        using var store = await TestStore.StartAsync();
        NamedValue[] tags = [.. Enumerable.Range(0, 9).Select(i => new NamedValue($"k{i}", new string((char)('a' + i), 100_000)))];
        for (var i = 0; i < count; i++)
        {
            var name = $"m{i:00}";
            await store.Models.CreateAsync(name, null, tags, null, Ct);
            await store.ModelVersions.CreateAsync(new NewModelVersion(new(name), "s3://b", null, null, "", "", null, tags), Ct);
        }

        var names = Enumerable.Range(0, count).Select(i => $"m{i:00}").ToList();
        var (versions, versionPages) = await AllAsync(token => store.ModelSearch.VersionsAsync(
            new(VersionFilterParser.Parse("tags.k0 LIKE 'a%'"), VersionOrderParser.Parse(["name"]), _ => true, 1000, token), Ct));
        Assert.Equal(2, versionPages);
        Assert.Equal(names, versions.Select(version => version.Model.Name));
        Assert.All(versions, version => Assert.Equal(tags, version.Tags));
        Assert.All(versions, version => Assert.Equal("s3://b", version.Item.Source));
        var (models, modelPages) = await AllAsync(token => store.ModelSearch.ModelsAsync(
            new(ModelFilterParser.Parse(null), ModelOrderParser.Parse([]), _ => true, 1000, token), Ct));
        Assert.Equal(3, modelPages);
        Assert.Equal(names, models.Select(model => model.Item.Name));
        Assert.All(models, model => Assert.Equal(tags, model.Tags));
        Assert.All(models, model => Assert.Equal(tags, model.LatestVersions.Single().Tags));
    }

    private static async Task<(List<T> All, int Pages)> AllAsync<T>(Func<string?, Task<(IReadOnlyList<T> Page, string? Next)>> search)
    {
        var (all, pages, token) = (new List<T>(), 0, (string?)null);
        do
        {
            (var page, token) = await search(token);
            all.AddRange(page);
            pages++;
        }
        while (token is not null);
        return (all, pages);
    }

    private static async Task<TestStore> StartAsync(int versions, int tags = 0)
    {
        var store = await TestStore.StartAsync();
        await store.Models.CreateAsync("m", null, [], null, Ct);
        NamedValue[] some = [.. Enumerable.Range(0, tags).Select(i => new NamedValue($"k{i}", "v"))];
        for (var i = 0; i < versions; i++)
            await store.ModelVersions.CreateAsync(new NewModelVersion(Model, "s3://b", null, null, "", "", null, some), Ct);

        return store;
    }
}
