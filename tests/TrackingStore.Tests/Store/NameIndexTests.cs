using DynamoToolkit;
using TrackingStore.Model;
using TrackingStore.Protocol.Filters;
using TrackingStore.Search;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

/// <summary>Searches by parts of names find what a look at all names finds, whether or not they use the indexes.</summary>
public sealed class NameIndexTests
{
    private static readonly string[] Words =
    [
        "pipeline", "my", "train", "RUN", "run", "Straße", "STRASSE", "café", "cafe\u0301", "İstanbul", "ıI", "100%", "a_b", "\\", "ﬁle",
        "\ud83d\udc4d\ud83c\udffd", "\ud83d\udc4d", "한국", "e", "-", " ", "x2",
    ];

    private static readonly string[] Likes =
    [
        "%{0}%", "{0}%", "%{0}", "{0}", "%{0}%{1}%", "{0}_%", "%_{0}", "%{0}\\%", "_{0}%{1}", "%{0}_{1}%",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Searches_OfAnyNames_FindWhatALookAtAllNamesFinds(int seed)
    {
        var random = new Random(seed);
        using var store = await TestStore.StartAsync();
        var data = new NamedData(store, random, Words);
        await data.FillAsync();
        var used = 0;
        for (var i = 0; i < 150; i++)
        {
            var filter = RandomFilter(random);
            if (i % 10 == 0) await data.ChangeAsync();
            used += await data.CheckRunsAsync($"attributes.run_name {filter}", i);
            await data.CheckExperimentsAsync($"name {filter}", i);
        }

        // A test in which the index is never of use would prove nothing.
        Assert.True(used > 50, $"{used} searches used the index");
    }

    [Fact]
    public async Task Search_ByFragment_ReadsNoListOfRuns()
    {
        using var store = await TestStore.StartAsync();
        string[] names = ["mypipeline", "Pipe", "other"];
        foreach (var name in names) await store.Runs.CreateAsync(new NewRun("0", "u", name, 1, []), Ct);
        for (var i = 0; i < 30; i++) await store.CreateRunAsync(start: 2);
        var query = new RunQuery(
            ["0"], RunFilterParser.Parse("attributes.run_name LIKE '%pipe%'"), RunOrder.NewestFirst, LifecycleStage.Active, 10, null);
        IReadOnlyList<LoggedRun> page = [];
        var requests = await store.RequestsOfAsync(async () => (page, _) = await store.RunSearch.SearchAsync(query, Ct));
        Assert.Equal(["mypipeline"], page.Select(run => run.Run.Name));
        // Two lists of the index and that of long names; the name and the run; what was logged to it. The list of runs has four queries.
        Assert.Equal("2 BatchGetItem, 4 Query", requests);
    }

    [Fact]
    public async Task Search_OfAFrequentName_ReadsTheListInstead()
    {
        using var store = await TestStore.StartAsync();
        for (var i = 0; i < 230; i++) await store.Runs.CreateAsync(new NewRun("0", "u", $"run-{i}", i, []), Ct);
        var filter = RunFilterParser.Parse("run_name LIKE 'run-%'");
        var query = new RunQuery(["0"], filter, RunOrder.NewestFirst, LifecycleStage.Active, 100, null);
        var found = new List<string>();
        string? token = null;
        do
        {
            var (page, next) = await store.RunSearch.SearchAsync(query with { Token = token }, Ct);
            found.AddRange(page.Select(run => run.Run.Name));
            token = next;
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 230).Reverse().Select(i => $"run-{i}"), found);
        Assert.Null(await store.Names.FindRunsAsync(["0"], filter.NamePatterns, 200, Ct));
        Assert.Equal(230, (await store.Names.FindRunsAsync(["0"], filter.NamePatterns, 2000, Ct))!.Count);
    }

    [Fact]
    public async Task Rename_ByManyAtOnce_LeavesOneNameInTheIndex()
    {
        using var store = await TestStore.StartAsync();
        var id = await store.CreateRunAsync();
        await Many.ForEachAsync(
            Enumerable.Range(0, 16),
            async (i, token) => await store.Runs.UpdateAsync(id, RunStatus.FINISHED, null, $"renamed-{i}", token),
            Ct);
        var name = (await store.Runs.RequireAsync(id, Ct)).Name;
        Assert.Equal(RunStatus.FINISHED, (await store.Runs.RequireAsync(id, Ct)).Status);
        Assert.Equal(name, (await store.Table.RunNames.GetAsync(RunNameItem.Key(id), cancellationToken: Ct))!.Name);
        var all = await store.Table.RunNames.Search(RunNameItem.Trigrams.Name("0")).Containing("renamed").ToListAsync(Ct);
        Assert.Equal([name], all.Select(one => one.Name));
        store.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, (await store.Table.RunNames.RepairTrigramsAsync(cancellationToken: Ct)).Removed);
    }

    [Fact]
    public async Task Purge_RemovesTheNameWithItsIndex()
    {
        using var store = await TestStore.StartAsync(TimeSpan.FromDays(1));
        var id = await store.CreateRunAsync();
        var items = await store.Engine.CountAsync("TRIGRAM#RunNameItem.ExperimentId+Name#0#");
        Assert.True(items > 0);
        await store.Runs.DeleteAsync(id, Ct);
        store.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await store.PurgeAsync(Ct));
        Assert.Equal(0, await store.Engine.CountAsync("TRIGRAM#RunNameItem.ExperimentId+Name#0#"));
        Assert.Equal(0, await store.Engine.CountAsync($"RUN#{id}"));
    }

    private static string RandomFilter(Random random)
    {
        string[] operators = ["LIKE", "ILIKE", "=", "!="];
        var text = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Likes[random.Next(Likes.Length)], Piece(random), Piece(random));
        return $"{operators[Math.Max(random.Next(-6, 4), random.Next(2))]} '{text}'";
    }

    /// <summary>A word, a part of one, or more than one, in any case.</summary>
    private static string Piece(Random random)
    {
        var word = Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? Words[random.Next(Words.Length)] : "");
        var start = random.Next(3) == 0 ? random.Next(word.Length) : 0;
        if (char.IsLowSurrogate(word[start])) start--;
        return random.Next(3) switch { 0 => word[start..].ToUpperInvariant(), 1 => word[start..].ToLowerInvariant(), _ => word[start..] };
    }
}
