using System.Collections.Concurrent;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>How many tags, parameters and metrics a logged model can have.</summary>
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
        var set = await ManyAsync(
            i => store.LoggedModels.SetTagsAsync(id, Tags($"{i}-", 10, Length), Ct), new TrackingError.LoggedModelTagsFull(id));
        Assert.Equal(MostOfThem / 10, set.Count);
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

        Task ForgetAsync() => store.Table.Tallies.Delete(TallyItem.Key(id, TallyItem.Tags)).ExecuteAsync(Ct);
    }

    [Fact]
    public async Task Params_OfManyWriters_DoNotOutgrowTheLimit()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, 0);
        var set = await ManyAsync(
            i => store.LoggedModels.LogParamsAsync(id, Tags($"{i}-", 10, Length), Ct), new TrackingError.LoggedModelParamsFull(id));
        Assert.Equal(MostOfThem / 10, set.Count);
        Assert.Equal(10 * set.Count, (await store.LoggedModels.GetAsync(id, Ct)).Params.Count);
        // What is there already takes no room, and what differs is still an error.
        var there = $"{set.First()}-";
        await store.LoggedModels.LogParamsAsync(id, Tags(there, 10, Length), Ct);
        Assert.IsType<TrackingError.LoggedModelParamChanged>(
            (await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.LogParamsAsync(id, Tags(there, 10, 1), Ct))).Error);
        await store.LoggedModels.LogParamsAsync(id, Tags("more", 6, Length), Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.LogParamsAsync(id, Tags("last", 1, Length), Ct));
        Assert.Equal(new TrackingError.LoggedModelParamsFull(id), error.Error);
    }

    [Fact]
    public async Task Params_AreLimitedInNumber_AlsoIfTheModelWasCreatedWithThem()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, 0, parameters: Limits.ModelParams - 1);
        await store.LoggedModels.LogParamsAsync(id, [new NamedValue("last", "v")], Ct);
        await IsFullAsync();
        // A model from before it was counted.
        await store.Table.Tallies.Delete(TallyItem.Key(id, TallyItem.Params)).ExecuteAsync(Ct);
        await IsFullAsync();
        var error = await Assert.ThrowsAsync<TrackingException>(() => CreateAsync(store, 0, Length, MostOfThem + 1));
        Assert.Equal(new TrackingError.LoggedModelParamsFull("n"), error.Error);

        async Task IsFullAsync()
        {
            var full = await Assert.ThrowsAsync<TrackingException>(
                () => store.LoggedModels.LogParamsAsync(id, [new NamedValue("one more", "v")], Ct));
            Assert.Equal(new TrackingError.LoggedModelParamsFull(id), full.Error);
        }
    }

    /// <summary>So many do not fit into one transaction together with their tally.</summary>
    [Fact]
    public async Task Params_AsManyAsARequestHas_AreLoggedOrStoppedTogether()
    {
        using var store = await TestStore.StartAsync();
        var (id, other) = (await CreateAsync(store, 0), await CreateAsync(store, 0));
        var parameters = Tags("p", Limits.LoggedModelParams, 1);
        for (var again = 0; again < 2; again++) await store.LoggedModels.LogParamsAsync(id, parameters, Ct);
        Assert.Equal(parameters.Length, (await store.LoggedModels.GetAsync(id, Ct)).Params.Count);
        var last = parameters[^1] with { Value = "other" };
        await store.LoggedModels.LogParamsAsync(other, [last], Ct);
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.LogParamsAsync(other, parameters, Ct));
        Assert.Equal(new TrackingError.LoggedModelParamChanged(other, new ParamChange(last.Name, "other", "v")), error.Error);
        Assert.Equal([last], (await store.LoggedModels.GetAsync(other, Ct)).Params);
    }

    [Fact]
    public async Task Metrics_OfManyWriters_DoNotOutgrowTheLimit()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, 0);
        const int most = 199;
        var set = await ManyAsync(i => LogAsync($"{i}-", 20, 1), new TrackingError.LoggedModelMetricsFull(id));
        Assert.Equal(most / 20, set.Count);
        Assert.Equal(20 * set.Count, (await store.LoggedModels.GetAsync(id, Ct)).Metrics.Count);
        // A later point of the same metric takes no room, and an earlier one changes nothing.
        var there = $"{set.First()}-";
        await LogAsync(there, 20, 3);
        await LogAsync(there, 20, 2);
        var metrics = (await store.LoggedModels.GetAsync(id, Ct)).Metrics;
        Assert.Equal(20, metrics.Count(metric => MetricRank.Decode(metric.Name, metric.Rank).Step == 3));
        Assert.Equal(20 * set.Count, metrics.Count);

        Task LogAsync(string name, int count, long step) => store.ModelMetrics.LogAsync(
            $"run{name}",
            Enumerable.Range(0, count).Select(i => new ModelPoint(
                id, new MetricPoint(new string('n', 10_000 - name.Length) + $"{name}{i:00}", 1, 1, step), null, null)),
            Ct);
    }

    [Fact]
    public async Task Metrics_AreLimitedInNumber()
    {
        using var store = await TestStore.StartAsync();
        var id = await CreateAsync(store, 0);
        await LogAsync(0, Limits.ModelMetrics - 1);
        await LogAsync(Limits.ModelMetrics, 1);
        await IsFullAsync();
        await store.Table.Tallies.Delete(TallyItem.Key(id, TallyItem.Metrics)).ExecuteAsync(Ct);
        await IsFullAsync();
        await LogAsync(0, 10);
        Assert.Equal(Limits.ModelMetrics, (await store.LoggedModels.GetAsync(id, Ct)).Metrics.Count);

        async Task IsFullAsync()
        {
            var error = await Assert.ThrowsAsync<TrackingException>(() => LogAsync(Limits.ModelMetrics + 1, 1));
            Assert.Equal(new TrackingError.LoggedModelMetricsFull(id), error.Error);
        }

        Task LogAsync(int first, int count) => store.ModelMetrics.LogAsync(
            "r",
            Enumerable.Range(first, count).Select(i => new ModelPoint(id, new MetricPoint($"m{i}", 1, 1, 1), null, null)),
            Ct);
    }

    /// <summary>Lets many write at once.</summary>
    /// <returns>Those that found room.</returns>
    private static async Task<IReadOnlyCollection<int>> ManyAsync(Func<int, Task> write, TrackingError full)
    {
        var (set, refused) = (new ConcurrentBag<int>(), new ConcurrentBag<TrackingError>());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await write(i);
                    set.Add(i);
                }
                catch (TrackingException e)
                {
                    refused.Add(e.Error);
                }
            },
            Ct)));
        Assert.All(refused, error => Assert.Equal(full, error));
        return set;
    }

    private static NamedValue[] Tags(string name, int count, int length) =>
        [.. Enumerable.Range(0, count).Select(i => new NamedValue($"{name}{i}", new string('v', length)))];

    private static async Task<string> CreateAsync(TestStore store, int tags, int length = 1, int parameters = 0)
    {
        var model = new NewLoggedModel("0", "n", null, null, Tags("p", parameters, length), Tags("k", tags, length));
        return (await store.LoggedModels.CreateAsync(model, Ct)).Item.ModelId;
    }

    private static async Task RefusesAsync(TestStore store, string id, NamedValue[] tags)
    {
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.LoggedModels.SetTagsAsync(id, tags, Ct));
        Assert.Equal(new TrackingError.LoggedModelTagsFull(id), error.Error);
    }
}
