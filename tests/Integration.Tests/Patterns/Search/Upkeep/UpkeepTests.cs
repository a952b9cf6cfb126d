using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>What tests of indexes that a worker keeps share: the tables, a worker, and the postings that there should be.</summary>
public abstract class UpkeepTests : PatternTests
{
    private protected DynamoTable<Paper> Papers => Db.Table<Paper>();

    private protected DynamoTable<Thesis> Theses => Db.Table<Thesis>();

    private protected static TrigramScope<Paper> Titles => Paper.Trigrams.Title("a");

    private protected static Paper Graphs => new() { Id = "1", Journal = "a", Title = "On Graphs", Remark = "to read" };

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>(), TableModel.Of<Thesis>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    /// <summary>Lets a worker begin, and repairs the indexes, as a deployment does.</summary>
    private protected static async Task BeginAsync(DynamoClient db)
    {
        await Consumer(db).BeginAsync(Ct);
        await db.Table<Paper>().RepairTrigramsAsync(cancellationToken: Ct);
        await db.Table<Thesis>().RepairTrigramsAsync(cancellationToken: Ct);
    }

    private protected static StreamConsumer Consumer(DynamoClient db) => StreamConsumer
        .For<Paper>(db).AddTrigramMaterializer<Paper>().AddTrigramMaterializer<Thesis>();

    private protected static async Task<List<string>> FindAsync(DynamoClient db, string part, string journal = "a") =>
        [.. (await db.Table<Paper>().Search(Paper.Trigrams.Title(journal)).Containing(part).ConsistentRead().ToListAsync(Ct))
            .Select(static paper => paper.Id)];

    private protected Task<List<string>> FindAsync(string part, string journal = "a") => FindAsync(Db, part, journal);

    /// <summary>Hands a change to the handler as a worker does.</summary>
    private protected Task HandleAsync(ChangeKind kind, Paper? old, Paper? changed) => HandleAsync(Db, kind, old, changed);

    private protected static Task HandleAsync(DynamoClient db, ChangeKind kind, Paper? old, Paper? changed) =>
        db.Table<Paper>().TrigramMaterializer().HandleAsync(
            new Change<Paper>
            {
                Kind = kind,
                Key = Paper.Key((changed ?? old)!.Id),
                Old = old,
                New = changed,
                SequenceNumber = SequenceNumber.Parse("1"),
            },
            Ct);

    private protected async Task PutAsync(Paper? old, Paper changed)
    {
        await Papers.PutAsync(changed, Ct);
        await HandleAsync(old is null ? ChangeKind.Insert : ChangeKind.Modify, old, changed);
    }

    private protected Task<List<string>> PostingsAsync() => Engine.PostingsAsync("papers", Ct);

    /// <summary>The ledgers and marks in the table.</summary>
    private protected Task<List<string>> LedgersAsync() => Engine.KeysAsync("papers", "TRIGRAM-LEDGER#Paper#", Ct);

    /// <summary>Checks that the postings are those of a table into which the items are put for the first time.</summary>
    private protected async Task CheckPostingsAsync()
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = Clock });
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>(), TableModel.Of<Thesis>()), Ct);
        await db.EnsureTableAsync(StreamTable.Define(), Ct);
        foreach (var paper in await Papers.Scan().ConsistentRead().IncludeExpired().ToListAsync(Ct))
            await db.Table<Paper>().PutAsync(paper, Ct);
        foreach (var thesis in await Theses.Scan().ConsistentRead().ToListAsync(Ct))
            await db.Table<Thesis>().CreateAsync(thesis, Ct);
        await BeginAsync(db);
        var expected = (await engine.PostingsAsync("papers", Ct)).Select(IndexedTests.WithoutStamp);
        Assert.Equal(expected, (await PostingsAsync()).Select(IndexedTests.WithoutStamp));
    }
}
