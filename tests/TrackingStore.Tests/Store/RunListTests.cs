using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Store;

/// <summary>The list of runs of two experiments, newest first, page by page, as the merged shards of the index have it.</summary>
public sealed class RunListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "")]
    [InlineData(7, "")]
    [InlineData(200, "")]
    [InlineData(5, "attributes.start_time > 4")]
    public async Task Pages_AreTheListOfOneSort_WithTiesById(int size, string filter)
    {
        using var store = await TestStore.StartAsync();
        string[] experiments =
            [await store.Experiments.CreateAsync("a", null, [], null, Ct), await store.Experiments.CreateAsync("b", null, [], null, Ct)];
        var random = new Random(7);
        for (var i = 0; i < 80; i++)
        {
            var id = await store.CreateRunAsync(experiments[i % 2], random.Next(12) - 2);
            if (i % 7 == 0) await store.Runs.DeleteAsync(id, Ct);
        }

        var parsed = RunFilterParser.Parse(filter);
        var expected = (await store.Table.Runs.Scan().ToListAsync(Ct))
            .Where(run => run.Lifecycle == LifecycleStage.Active && parsed.MatchesItem(run))
            .OrderByDescending(run => run.StartTime)
            .ThenBy(run => run.RunId, StringComparer.Ordinal)
            .Select(run => run.RunId);

        var found = new List<string>();
        string? token = null;
        do
        {
            // An experiment that is asked for twice is read once.
            var query = new RunQuery([.. experiments, experiments[0]], parsed, RunOrder.NewestFirst, LifecycleStage.Active, size, token);
            var (page, next) = await store.RunSearch.SearchAsync(query, Ct);
            found.AddRange(page.Select(run => run.Run.RunId));
            token = next;
        }
        while (token is not null);
        Assert.Equal(expected, found);
        Assert.True(found.Count > 20);
    }
}
