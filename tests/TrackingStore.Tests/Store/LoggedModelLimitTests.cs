using System.Collections.Concurrent;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>How many tags a logged model can have.</summary>
public sealed class LoggedModelLimitTests
{
    private const int Length = 7900;
    private const int MostOfThem = 126;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_OfManyWriters_DoNotOutgrowTheLimit()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, 0);
        var (set, refused) = (new ConcurrentBag<int>(), new ConcurrentBag<TrackingError>());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await store.LoggedModels.SetTagsAsync(id, Tags($"{i}-", 10, Length), Ct);
                    set.Add(i);
                }
                catch (TrackingException e)
                {
                    refused.Add(e.Error);
                }
            },
            Ct)));
        Assert.Equal(MostOfThem / 10, set.Count);
        Assert.All(refused, error => Assert.Equal(new TrackingError.LoggedModelTagsFull(id), error));
        Assert.Equal(10 * set.Count, (await store.LoggedModels.GetAsync(id, Ct)).Tags.Count);

        // A shorter value, or a deleted tag, makes room.
        var name = $"{set.First()}-";
        await store.LoggedModels.SetTagsAsync(id, Tags(name, 10, Length), Ct);
        await store.LoggedModels.SetTagsAsync(id, Tags("more", 6, Length), Ct);
        await RefusesAsync(store, id, Tags("one more", 1, Length));
        await store.LoggedModels.SetTagsAsync(id, [new NamedValue(name + "0", "v")], Ct);
        await store.LoggedModels.SetTagsAsync(id, Tags("one more", 1, Length), Ct);
        await RefusesAsync(store, id, Tags("two more", 1, Length));
        await store.LoggedModels.DeleteTagAsync(id, name + "1", Ct);
        await store.LoggedModels.SetTagsAsync(id, Tags("two more", 1, Length), Ct);
    }

    [Fact]
    public async Task Tags_AreLimitedInNumber_AlsoIfTheModelWasCreatedWithThem()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, Limits.ModelTags - 1);
        await store.LoggedModels.SetTagsAsync(id, [new NamedValue("last", "v")], Ct);
        await store.LoggedModels.SetTagsAsync(id, [new NamedValue("last", "w")], Ct);
        await RefusesAsync(store, id, [new NamedValue("one more", "v")]);
        // The list of versions is the server's.
        await new Registrations(store.Table).AddAsync(id, "m", 1, Ct);
        await store.LoggedModels.DeleteTagAsync(id, "last", Ct);
        await store.LoggedModels.SetTagsAsync(id, [new NamedValue("one more", "v")], Ct);
        await RefusesAsync(store, id, [new NamedValue("last", "v")]);
        Assert.Equal(Limits.ModelTags + 1, (await store.LoggedModels.GetAsync(id, Ct)).Tags.Count);
        var error = await Assert.ThrowsAsync<TrackingException>(() => CreateAsync(store, MostOfThem + 1, Length));
        Assert.Equal(new TrackingError.LoggedModelTagsFull("n"), error.Error);
    }

    /// <summary>Models that are older than the tallies have none.</summary>
    [Fact]
    public async Task Tags_OfAModelWithoutATally_AreCounted()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, Limits.ModelTags);
        await ForgetAsync();
        await RefusesAsync(store, id, [new NamedValue("one more", "v")]);
        await ForgetAsync();
        await store.LoggedModels.DeleteTagAsync(id, "k0", Ct);
        await store.LoggedModels.SetTagsAsync(id, [new NamedValue("one more", "v")], Ct);
        await RefusesAsync(store, id, [new NamedValue("k0", "v")]);

        Task ForgetAsync() => store.Table.LoggedModelTallies.Delete(LoggedModelTallyItem.Key(id)).ExecuteAsync(Ct);
    }

    private static NamedValue[] Tags(string name, int count, int length) =>
        [.. Enumerable.Range(0, count).Select(i => new NamedValue($"{name}{i}", new string('v', length)))];

    private static async Task<string> CreateAsync(TestStore store, int tags, int length = 1) =>
        (await store.LoggedModels.CreateAsync(new NewLoggedModel("0", "n", null, null, [], Tags("k", tags, length)), Ct)).Item.ModelId;

    private static async Task RefusesAsync(TestStore store, string id, NamedValue[] tags)
    {
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.SetTagsAsync(id, tags, Ct));
        Assert.Equal(new TrackingError.LoggedModelTagsFull(id), error.Error);
    }
}
