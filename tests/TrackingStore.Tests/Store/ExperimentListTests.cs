using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>The list of experiments in MLflow's usual order, page by page, as the merged shards of the index have it.</summary>
public sealed class ExperimentListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "")]
    [InlineData(7, "")]
    [InlineData(100, "")]
    [InlineData(3, "name LIKE '%5%'")]
    [InlineData(4, "tags.third = 'yes'")]
    public async Task Pages_AreTheListOfOneSort_WithTiesById(int size, string filter)
    {
        using var store = await TestStore.StartAsync();
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var id = await store.Experiments.CreateAsync($"e{i}", null, [], null, Ct);
            if (i % 3 == 0) await store.Experiments.SetTagAsync(id, new NamedValue("third", "yes"), Ct);
            if (i % 7 == 0) await store.Experiments.DeleteAsync(id, Ct);
            // Some of one moment, and some of one millisecond.
            store.Clock.Advance(TimeSpan.FromMicroseconds(random.Next(3) * 300));
        }

        var parsed = ExperimentFilterParser.Parse(filter);
        var expected = (await store.Table.Experiments.Scan().ToListAsync(Ct))
            .Where(e => e.Lifecycle == LifecycleStage.Active)
            .Order(ExperimentOrder.NewestFirst)
            .Select(e => e.ExperimentId)
            .ToList();
        if (filter.Length > 0)
        {
            expected = [.. expected.Where(id => filter.StartsWith("name", StringComparison.Ordinal)
                ? NameOf(id).Contains('5')
                : id != "0" && (int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) - 1) % 3 == 0)];
        }

        var found = new List<string>();
        string? token = null;
        do
        {
            var query = new ExperimentQuery(parsed, ExperimentOrder.NewestFirst, LifecycleStage.Active, size, token);
            var (page, next) = await store.ExperimentSearch.SearchAsync(query, Ct);
            Assert.True(next is null ? page.Count <= size : page.Count == size);
            found.AddRange(page.Select(e => e.Experiment.ExperimentId));
            token = next;
        }
        while (token is not null);
        Assert.Equal(expected, found);
        Assert.True(found.Count > 8);
    }

    [Theory]
    [InlineData("newestExperiments", "x", "1")]
    [InlineData("newestExperiments", "-1", "1")]
    [InlineData("newestExperiments", "253402300799999", "1")]
    [InlineData("newestExperiments", "1", "x")]
    [InlineData("experiments", "1", "1")]
    public async Task Token_OfAnotherList_IsRefused(string kind, string first, string second)
    {
        using var store = await TestStore.StartAsync();
        var query = new ExperimentQuery(
            ExperimentFilter.Everything, ExperimentOrder.NewestFirst, null, 1, PageTokens.Encode(kind, first, second));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.ExperimentSearch.SearchAsync(query, Ct));
        Assert.IsType<TrackingError.PageTokenUnknown>(error.Error);
    }

    private static string NameOf(string id) =>
        id == "0" ? "Default" : $"e{int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) - 1}";
}
