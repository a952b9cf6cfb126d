using Microsoft.Extensions.Primitives;
using TrackingStore.Pages.Layout;
using TrackingStore.Pages.Runs;
using TrackingStore.Protocol.Requests;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Pages;

/// <summary>What a page of runs reads.</summary>
public sealed class RunTableReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>
    /// A page of a hundred runs takes one request for each column, not one for each run; three runs show which columns there are.
    /// </summary>
    [Theory]
    [InlineData("", "2 BatchGetItem, 7 Query")]
    [InlineData("column=metrics.loss&column=params.depth&column=tags.team", "4 BatchGetItem, 7 Query")]
    [InlineData("chosen=1", "BatchGetItem, 7 Query")]
    [InlineData("chosen=1&filter=metrics.loss < 1", "2 BatchGetItem, 7 Query")]
    [InlineData("chosen=1&order_by=metrics.loss", "2 BatchGetItem, 7 Query")]
    public async Task Page_TakesNoRequestForEachRun(string address, string requests)
    {
        using var store = await TestStore.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            var run = await store.CreateRunAsync(start: i);
            await store.Log.LogMetricsAsync(run, [new MetricPoint("loss", 0.5, i, 0)], Ct);
        }

        var reader = new RunTableReader(store.RunSearch, new RunColumns(store.Table), store.Runs);
        var view = ViewOf(address);
        RunTableData? data = null;
        Assert.Equal(requests, await store.RequestsOfAsync(async () => data = await reader.ReadAsync("0", view, Ct)));
        Assert.Equal(100, data!.Rows.Count);
    }

    /// <summary>Chosen columns change what is read, and not what is found.</summary>
    [Theory]
    [InlineData("metrics.m > 2", "metrics.m DESC")]
    [InlineData("params.q = 'b' AND tags.t != 'x'", "params.q")]
    [InlineData("tags.t LIKE 't%'", "")]
    [InlineData("params.`none` IS NULL", "tags.t DESC")]
    [InlineData("dataset.name = 'short'", "run_name")]
    public async Task Search_WithColumns_FindsTheSame(string filter, string order)
    {
        using var store = await TestStore.StartAsync();
        var random = new Random(7);
        for (var i = 0; i < 150; i++)
        {
            var run = await store.CreateRunAsync(start: i % 40);
            if (random.Next(3) > 0) await store.Log.LogMetricsAsync(run, [new MetricPoint("m", random.Next(5), i, 0)], Ct);
            if (random.Next(3) > 0) await store.Runs.SetTagsAsync(run, [new NamedValue("t", $"t{random.Next(3)}")], Ct);
            if (random.Next(3) > 0) await store.Log.LogParamAsync(run, new NamedValue("q", random.Next(2) == 0 ? "a" : "b"), Ct);
            if (i % 15 == 0) await store.LogAllAsync(run);
        }

        var query = new RunQuery(["0"], PlainWords.ToFilter(filter), OrderText.Parse(order), null, 70, null);
        var (whole, next) = await store.RunSearch.SearchAsync(query, Ct);
        var (some, nextOfSome) = await store.RunSearch.SearchAsync(query with { Columns = [new(RunProperty.Metric, "m")] }, Ct);
        Assert.NotEmpty(whole);
        Assert.Equal(whole.Select(run => run.Run.RunId), some.Select(run => run.Run.RunId));
        Assert.Equal(whole.Select(run => run.MetricOf("m")), some.Select(run => run.MetricOf("m")));
        Assert.Equal(next, nextOfSome);
    }

    /// <summary>Names that are too long for a key, or empty, were never logged.</summary>
    [Fact]
    public async Task Columns_ThatNothingCanHave_AreEmpty()
    {
        using var store = await TestStore.StartAsync();
        var run = await store.Runs.RequireAsync(await store.CreateRunAsync(), Ct);
        RunField[] fields =
            [new(RunProperty.Metric, new string('#', 500)), new(RunProperty.Tag, ""), new(RunProperty.Param, new string('ü', 2000))];
        var loaded = await new RunColumns(store.Table).LoadAsync([run, run], fields, Ct);
        Assert.Equal(2, loaded.Count);
        Assert.All(loaded, one => Assert.Empty(one.Data));
    }

    /// <summary>
    /// The target is 150 ms, which RunTablePaintTests measures. Here is what makes it possible: a page of many runs reads what a page of
    /// a hundred reads.
    /// </summary>
    [Fact]
    public async Task Page_OfTenThousandRuns_ReadsNoMoreThanOneOfAHundred()
    {
        using var store = await TestStore.StartAsync();
        await Many.ForEachAsync(
            Enumerable.Range(0, 10_000),
            async (i, _) =>
            {
                var run = await store.CreateRunAsync(start: i);
                if (i % 100 == 0) await store.Log.LogMetricsAsync(run, [new MetricPoint("loss", i, i, 0)], Ct);
            },
            Ct);
        var reader = new RunTableReader(store.RunSearch, new RunColumns(store.Table), store.Runs);
        var bytes = 0L;
        var requests = await store.RequestsOfAsync(async () => bytes = await store.QueriedBytesOfAsync(
            async () => Assert.Equal(100, (await reader.ReadAsync("0", ViewOf(""), Ct)).Rows.Count)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{requests}, {bytes} bytes");
        Assert.Equal("2 BatchGetItem, 7 Query", requests);
        Assert.InRange(bytes, 1, 200_000);
    }

    private static RunView ViewOf(string address)
    {
        var pairs = address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var query = pairs.GroupBy(pair => pair[0], pair => pair[1]).Select(one => KeyValuePair.Create(one.Key, new StringValues([.. one])));
        return new RunView(new Arguments(new PageArguments([], query)));
    }
}
