using DynamoToolkit.Integration.Tests.Docs.Testing;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>The repair of indexes that a worker keeps, and the switch from one upkeep to the other.</summary>
public sealed class UpkeepRepairTests : UpkeepTests
{
    [Fact]
    public async Task MissingPostings_AreWritten_AndSurplusOnesDeleted()
    {
        await BeginAsync(Db);
        await PutAsync(null, Graphs);
        await PutAsync(null, Graphs with { Id = "2" });
        await PutAsync(null, Graphs with { Id = "3" });
        var before = await PostingsAsync();

        // Changes that no worker has heard of: a deleted item, a new one and another text; and a posting that someone has deleted.
        await Papers.DeleteAsync(Paper.Key("2"), Ct);
        await Papers.PutAsync(Graphs with { Id = "4" }, Ct);
        await Papers.PutAsync(Graphs with { Id = "3", Title = "On Trees" }, Ct);
        var key = before.First(static one => one.Contains("PAPER%231", StringComparison.Ordinal) && !one.Any(char.IsControl)).Split(' ');
        await Engine.ExecuteAsync(
            "DeleteItem", $$"""{"TableName":"papers","Key":{"pk":{"S":"{{key[0]}}"},"sk":{"S":"{{key[1]}}"} } }""", Ct);

        Clock.Advance(TimeSpan.FromHours(2));
        var result = await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal((3, null), (result.Scanned, result.Next));
        Assert.Equal(4, result.Indexed);
        await CheckPostingsAsync();
        Assert.Equal(3, (await LedgersAsync()).Count);

        result = await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal((0, 0, 0), (result.Indexed, result.Added, result.Removed));
    }

    /// <summary>What a worker that dies leaves behind is surplus, and the repair deletes it when it is old.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task WorkerThatDies_LeavesOnlyPostingsTooMany(int requests)
    {
        await BeginAsync(Db);
        await PutAsync(null, Graphs);
        var trees = Graphs with { Title = "On Trees" };
        await Papers.PutAsync(trees, Ct);
        var left = requests;
        var transport = new FaultyTransport(new Undisposed(Engine))
        {
            FailBefore = _ => left-- > 0 ? null : new Transport.TransportException("The process is dead."),
        };
        using var dying = new DynamoClient(transport, new DynamoClientOptions { TimeProvider = Clock });
        try
        {
            await HandleAsync(dying, ChangeKind.Modify, Graphs, trees);
        }
        catch (Transport.TransportException)
        {
            // The process is dead.
        }

        await HandleAsync(ChangeKind.Modify, Graphs, trees);
        Assert.Equal(["1"], await FindAsync("Tree"));
        Assert.Empty(await FindAsync("raph"));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((0, 0), (await Papers.RepairTrigramsAsync(cancellationToken: Ct)) switch { var one => (one.Indexed, one.Added) });
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task SwitchToTheWriters_IsCleanedByAllParts()
    {
        await BeginAsync(Db);
        for (var i = 0; i < 20; i++)
            await PutAsync(null, Graphs with { Id = $"{i}" });
        Assert.Equal(20, (await LedgersAsync()).Count);

        // The writers keep it now. The parts end one after another, and one is done twice.
        using var formerDb = new DynamoClient(new Undisposed(Engine), new DynamoClientOptions { TimeProvider = Clock });
        var former = formerDb.Table<Model.Former.Paper>("papers");
        Clock.Advance(TimeSpan.FromHours(2));
        foreach (var segment in (int[])[1, 0, 0, 3, 2])
        {
            Assert.NotEmpty(await LedgersAsync());
            Assert.Single(await MarksOfTitlesAsync());
            var options = new SweepOptions { Segment = segment, Segments = 4 };
            Assert.Null((await former.RepairTrigramsAsync(options, cancellationToken: Ct)).Next);
        }

        Assert.Empty(await LedgersAsync());
        Assert.Empty(await MarksOfTitlesAsync());
    }

    [Fact]
    public async Task SwitchOfUpkeep_ThereAndBack_LosesNothing()
    {
        // A program whose writers keep the index has the same items.
        using var formerDb = new DynamoClient(new Undisposed(Engine), new DynamoClientOptions { TimeProvider = Clock });
        var former = formerDb.Table<Model.Former.Paper>("papers");
        await former.CreateAsync(new Model.Former.Paper { Id = "1", Journal = "a", Title = "On Graphs" }, Ct);
        await former.CreateAsync(new Model.Former.Paper { Id = "2", Journal = "a", Title = "On Trees" }, Ct);

        // Then a worker keeps it. A plain put takes the stamps of the writers away, and an update does not.
        await Papers.PutAsync(new Paper { Id = "1", Journal = "a", Title = "On Graphs!" }, Ct);
        await Papers.Update(Paper.Key("2")).Set(paper => paper.Title, "On Forests").ExecuteAsync(Ct);
        await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync("raph"));
        Clock.Advance(TimeSpan.FromHours(2));
        await BeginAsync(Db);
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("raphs!"));
        Assert.Equal(["2"], await FindAsync("orest"));

        // And then the writers again.
        Clock.Advance(TimeSpan.FromHours(2));
        await former.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Empty(await LedgersAsync());
        Assert.Empty(await MarksOfTitlesAsync());
        await former.ChangeAsync(Model.Former.Paper.Key("1"), paper => paper with { Title = "On Sets" }, Ct);
        var names = Model.Former.Paper.Trigrams.PaperJournalTitle("a");
        Assert.Equal("1", Assert.Single(await former.Search(names).Containing("Set").ToListAsync(Ct)).Id);
        Assert.Equal("2", Assert.Single(await former.Search(names).Containing("orest").ToListAsync(Ct)).Id);
        Assert.Empty(await former.Search(names).Containing("raph").ToListAsync(Ct));

        // What a worker once kept does not make the index one that is kept.
        using var later = new DynamoClient(new Undisposed(Engine), new DynamoClientOptions { TimeProvider = Clock });
        await Assert.ThrowsAsync<InvalidOperationException>(() => FindAsync(later, "Set"));
    }

    private async Task<List<string>> MarksOfTitlesAsync() =>
        [.. (await Engine.KeysAsync("papers", "TRIGRAM-LEDGER#Paper", Ct))
            .Where(static key => key.Contains(" UPKEEP#Paper.Journal", StringComparison.Ordinal))];
}
