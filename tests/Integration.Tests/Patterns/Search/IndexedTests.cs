using System.Text.RegularExpressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>What tests of indexed texts share: the tables, and the postings that there should be.</summary>
public abstract partial class IndexedTests : PatternTests
{
    private protected DynamoTable<Person> Persons => Db.Table<Person>();

    private protected DynamoTable<Track> Tracks => Db.Table<Track>();

    private protected static Person Ada => new() { Id = "1", Tenant = "a", Name = "Ada Lovelace", Nickname = "Countess" };

    public override async ValueTask InitializeAsync() =>
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>(), TableModel.Of<Track>()), Ct);

    /// <summary>The postings in the table.</summary>
    private protected Task<List<string>> PostingsAsync() => Engine.PostingsAsync("persons", Ct);

    /// <summary>Checks that the postings are those of a table into which the items are put for the first time.</summary>
    private protected async Task CheckPostingsAsync()
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = Clock });
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>(), TableModel.Of<Track>()), Ct);
        foreach (var person in await Persons.Scan().ConsistentRead().ToListAsync(Ct))
            await db.Table<Person>().CreateAsync(person, Ct);
        foreach (var track in await Tracks.Scan().ConsistentRead().ToListAsync(Ct))
            await db.Table<Track>().CreateAsync(track, Ct);
        var expected = (await engine.PostingsAsync("persons", Ct)).Select(WithoutStamp);
        Assert.Equal(expected, (await PostingsAsync()).Select(WithoutStamp));
    }

    private protected Task<List<string>> FindAsync(string part) => FindAsync(Db, part);

    private protected static async Task<List<string>> FindAsync(DynamoClient db, string part) =>
        [.. (await db.Table<Person>().Search(Person.Trigrams.Name("a")).Containing(part).ToListAsync(Ct)).Select(static one => one.Id)];

    internal static string WithoutStamp(string posting) => Stamp().Replace(posting, "# ");

    [GeneratedRegex("#1-[-_0-9A-Za-z]{12} ")]
    private static partial Regex Stamp();
}
