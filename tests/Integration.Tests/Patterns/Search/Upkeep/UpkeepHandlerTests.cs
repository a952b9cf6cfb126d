using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>Indexes that a worker keeps: what changes do to them, and which writes are possible.</summary>
public sealed class UpkeepHandlerTests : UpkeepTests
{
    [Fact]
    public async Task Changes_KeepThePostings()
    {
        await BeginAsync(Db);
        await PutAsync(null, Graphs);
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("raph"));

        var trees = Graphs with { Title = "On Trees" };
        await PutAsync(Graphs, trees);
        await CheckPostingsAsync();
        Assert.Empty(await FindAsync("raph"));
        Assert.Equal(["1"], await FindAsync("Tree"));

        var elsewhere = trees with { Journal = "b", Remark = null };
        await PutAsync(trees, elsewhere);
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("Tree", "b"));

        await PutAsync(elsewhere, elsewhere with { Journal = null });
        Assert.Empty(await PostingsAsync());
        Assert.Empty(await LedgersAsync());

        await PutAsync(null, Graphs);
        await Papers.DeleteAsync(Paper.Key("1"), Ct);
        await HandleAsync(ChangeKind.Remove, Graphs, null);
        Assert.Empty(await PostingsAsync());
        Assert.Empty(await LedgersAsync());
    }

    [Fact]
    public async Task EveryKindOfWrite_IsPossible_AndSendsOneRequest()
    {
        using var recording = new RecordingTransport(new Undisposed(Engine));
        using var client = new DynamoClient(recording);
        var papers = client.Table<Paper>();
        await papers.PutAsync(Graphs, Ct);
        await papers.Put(Graphs).IfExists().ExecuteAsync(Ct);
        await papers.Update(Paper.Key("1")).Set(paper => paper.Title, "x").Set(paper => paper.Expires, Start).ExecuteAsync(Ct);
        await papers.DeleteAsync(Paper.Key("1"), Ct);
        await client.BatchWriteAsync([papers.Put(Graphs), papers.Delete(Paper.Key("2"))], Ct);
        await client.TransactWriteAsync([papers.Put(Graphs with { Id = "2" }), papers.Delete(Paper.Key("1"))], Ct);
        Assert.Equal(6, recording.Operations.Count);
    }

    [Fact]
    public async Task ChangeOfOtherMembers_SendsNothing()
    {
        await PutAsync(null, Graphs);
        var before = await PostingsAsync();
        using var recording = new RecordingTransport(new Undisposed(Engine));
        using var client = new DynamoClient(recording);
        await HandleAsync(client, ChangeKind.Modify, Graphs, Graphs with { Citations = 1 });
        Assert.Empty(recording.Operations);

        // The postings of the other text stay, with their stamp.
        await PutAsync(Graphs, Graphs with { Remark = "read" });
        Assert.Equal(before.Where(IsOfTitle), (await PostingsAsync()).Where(IsOfTitle));
        await CheckPostingsAsync();

        static bool IsOfTitle(string posting) => posting.Contains("Title", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeThatComesAgainOrLate_ChangesNothing()
    {
        await BeginAsync(Db);
        await PutAsync(null, Graphs);
        await PutAsync(Graphs, Graphs with { Title = "On Trees" });
        var before = await PostingsAsync();
        await HandleAsync(ChangeKind.Insert, null, Graphs);
        await HandleAsync(ChangeKind.Modify, Graphs, Graphs with { Title = "On Trees" });
        await HandleAsync(ChangeKind.Remove, Graphs, null);
        Assert.Equal(before, await PostingsAsync());
    }

    /// <summary>
    /// The ledger is written, and its response is lost. Before the second attempt, another worker writes the ledger with the same title and
    /// another remark: so the second attempt fails, and the postings of the title are in use nevertheless.
    /// </summary>
    [Fact]
    public async Task LedgerWhoseResponseIsLost_KeepsItsPostings_WhenAnotherWorkerHasAddedToIt()
    {
        await BeginAsync(Db);
        await PutAsync(null, Graphs);
        var trees = Graphs with { Title = "On Trees" };
        await Papers.PutAsync(trees, Ct);
        var isFirst = true;
        using var losing = new LostAnswers(
            new Undisposed(Engine), operation => operation is DynamoOperation.PutItem && Interlocked.Exchange(ref isFirst, false))
        {
            Meanwhile = () => PutAsync(trees, trees with { Remark = "a new remark" }),
        };
        using var client = new DynamoClient(losing, new DynamoClientOptions { TimeProvider = Clock, Jitter = static () => 0 });
        await HandleAsync(client, ChangeKind.Modify, Graphs, trees);
        Assert.Equal(["1"], await FindAsync("Tree"));
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task LongTexts_AreIndexed_AndTheirLedgerIsSmall()
    {
        await BeginAsync(Db);
        var text = string.Concat(Enumerable.Range(0, 2000).Select(static i => $"word{i} "));
        var huge = Graphs with { Title = text };
        await PutAsync(null, huge);
        Assert.Equal(["1"], await FindAsync("word1999 "));
        var postings = await PostingsAsync();
        await HandleAsync(ChangeKind.Insert, null, huge);
        Assert.Equal(postings, await PostingsAsync());

        await PutAsync(huge, huge with { Title = text + "more" });
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("1999 more"));
        await PutAsync(huge with { Title = text + "more" }, Graphs);
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task ExpiredItem_ItsPostingsExpireWithIt()
    {
        var expiring = Graphs with { Expires = Start.AddHours(1) };
        await PutAsync(null, expiring);
        await CheckPostingsAsync();
        var seconds = $"{Start.AddHours(1).ToUnixTimeSeconds()}";
        Assert.All(await PostingsAsync(), posting => Assert.EndsWith(seconds, posting));

        // Another time to live makes other postings.
        await PutAsync(expiring, expiring with { Expires = Start.AddHours(2) });
        await CheckPostingsAsync();
        await Papers.DeleteAsync(Paper.Key("1"), Ct);
        await HandleAsync(ChangeKind.Expired, expiring, null);
        Assert.NotEmpty(await PostingsAsync());
    }

    [Fact]
    public async Task TypeWithBothKinds_IsChangedByTheVerbs_AndByTheWorker()
    {
        await BeginAsync(Db);
        var thesis = new Thesis { Id = "1", Title = "On Sets", Author = "Georg" };
        await Theses.CreateAsync(thesis, Ct);
        await Theses.ChangeAsync(Thesis.Key("1"), one => one with { Author = "Cantor", Title = "On Numbers" }, Ct);
        Assert.Equal("1", Assert.Single(await Theses.Search(Thesis.Trigrams.Author()).Containing("Cant").ToListAsync(Ct)).Id);
        Assert.Empty(await Theses.Search(Thesis.Trigrams.Title()).Containing("Num").ToListAsync(Ct));
        await Theses.Update(Thesis.Key("1")).Set(one => one.Title, "On Ordinals").ExecuteAsync(Ct);
        Assert.Throws<ArgumentException>(() => Theses.Update(Thesis.Key("1")).Set(new Thesis.Attributes().Author, "x"));

        await Theses.TrigramMaterializer().HandleAsync(
            new Change<Thesis>
            {
                Kind = ChangeKind.Insert,
                Key = Thesis.Key("1"),
                New = thesis,
                SequenceNumber = SequenceNumber.Parse("1"),
            },
            Ct);
        Assert.Equal("1", Assert.Single(await Theses.Search(Thesis.Trigrams.Title()).Containing("Ord").ToListAsync(Ct)).Id);
        await CheckPostingsAsync();
    }

    [Fact]
    public void TypeWhoseWritersKeepAllIndexes_HasNoMaterializer()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Db.Table<Person>().TrigramMaterializer());
        Assert.Contains("keep all trigram indexes of Person", error.Message, StringComparison.Ordinal);
    }
}
