using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Searches of trigram indexes.</summary>
public sealed class SearchTests : PatternTests
{
    private static TrigramScope<Person> Names => Person.Trigrams.Name("a");

    private DynamoTable<Person> Persons => Db.Table<Person>();

    public override async ValueTask InitializeAsync() =>
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()), Ct);

    [Fact]
    public async Task Patterns_FindParts()
    {
        await CreateAsync("mypipeline", "Pipe dream", "pip", "100% cotton", "1000 nights", "a_b", "axb", "");
        Assert.Equal(["mypipeline"], await Found(search => search.Containing("pipe")));
        Assert.Equal(["mypipeline", "Pipe dream"], await Found(search => search.Containing("PIPE").IgnoreCase()));
        Assert.Equal(["mypipeline", "Pipe dream"], await Found(search => search.IgnoreCase().Containing("PIPE")));
        Assert.Equal(["Pipe dream"], await Found(search => search.StartingWith("Pi")));
        Assert.Equal(["Pipe dream"], await Found(search => search.StartingWith("P")));
        Assert.Equal(["mypipeline"], await Found(search => search.EndingWith("e")));
        Assert.Equal(["pip"], await Found(search => search.EqualTo("pip")));
        Assert.Equal([""], await Found(search => search.EqualTo("")));
        Assert.Equal(["mypipeline", "Pipe dream"], await Found(search => search.ILike("%PIPE%")));
        Assert.Equal(["100% cotton"], await Found(search => search.Like(@"100\%%")));
        Assert.Equal(["100% cotton"], await Found(search => search.Like("100!%%", '!')));
        Assert.Equal(["a_b"], await Found(search => search.Like(@"a\_b")));
        Assert.Equal(["a_b", "axb"], await Found(search => search.Like("a_b")));
        Assert.Equal(["mypipeline"], await Found(search => search.Containing("pip").Containing("line")));
        Assert.Equal(["pip", "mypipeline", "Pipe dream"], await Found(search => search.IgnoreCase().Containing("ip")));
        Assert.Equal(8, (await Found(search => search)).Count);
        Assert.Equal(8, (await Found(search => search.Like("%"))).Count);
        Assert.Empty(await Found(search => search.Containing("pipette")));
    }

    [Fact]
    public async Task Scopes_AndIndexes_AreApart()
    {
        await Persons.CreateAsync(new Person { Id = "1", Tenant = "a", Name = "Ada", Nickname = "Countess" }, Ct);
        await Persons.CreateAsync(new Person { Id = "2", Tenant = "b", Name = "Ada" }, Ct);
        Assert.Equal("1", (await Persons.Search(Names).Containing("Ada").FirstOrDefaultAsync(Ct))!.Id);
        Assert.Equal("2", Assert.Single(await Persons.Search(Person.Trigrams.Name("b")).Containing("Ada").ToListAsync(Ct)).Id);
        var countess = await Persons.Search(Person.Trigrams.Nickname()).Containing("count").IgnoreCase().ToListAsync(Ct);
        Assert.Equal("1", Assert.Single(countess).Id);
        Assert.Empty(await Persons.Search(Person.Trigrams.Nickname()).Containing("Ada").ToListAsync(Ct));
        Assert.Null(await Persons.Search(Person.Trigrams.Name("c")).FirstOrDefaultAsync(Ct));
    }

    [Fact]
    public async Task Results_AreInTheOrderOfKeys_OnPagesThatContinueAnywhere()
    {
        await CreateAsync([.. Enumerable.Range(0, 250).Select(static i => i % 3 == 0 ? $"other {i}" : $"running run {i}")]);
        var all = await Persons.Search(Names).Containing("run").ToListAsync(Ct);
        Assert.Equal(all.Select(static person => person.Id).Order(StringComparer.Ordinal), all.Select(static person => person.Id));
        Assert.Equal(166, all.Count);

        var pages = new List<Person>();
        PageToken? next = null;
        do
        {
            var page = await Persons.Search(Names).Containing("run").Limit(7).GetPageAsync(next, Ct);
            Assert.InRange(page.Items.Count, 0, 7);
            pages.AddRange(page.Items);

            // A token survives as text.
            next = page.Next is null ? null : PageToken.Parse(page.Next.ToString());
        }
        while (next is not null);

        Assert.Equal(all, pages);
        Assert.Equal(all.Take(20), await Persons.Search(Names).Containing("run").Limit(20).ToListAsync(Ct));
        var whole = await Persons.Search(Names).Containing("run").PagesAsync(null, Ct).ToListAsync(Ct);
        Assert.Equal(all, whole.SelectMany(static page => page.Items));
    }

    [Fact]
    public async Task Tokens_OfOtherSearches_AreRefused()
    {
        await CreateAsync("run 1", "run 2", "run 3");
        var token = (await Persons.Search(Names).Containing("run").Limit(1).GetPageAsync(null, Ct)).Next!;
        await Assert.ThrowsAsync<PageTokenException>(() => Persons.Search(Names).Containing("runs").GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(() => Persons.Search(Names).StartingWith("run").GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(() => Persons.Search(Names).Containing("run").IgnoreCase().GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(
            () => Persons.Search(Person.Trigrams.Name("b")).Containing("run").GetPageAsync(token, Ct));
        await Assert.ThrowsAsync<PageTokenException>(
            () => Persons.Search(Names).Containing("run").GetPageAsync(PageToken.Parse("AAAA"), Ct));
        Assert.Equal(2, (await Persons.Search(Names).Containing("run").GetPageAsync(token, Ct)).Items.Count);
    }

    [Fact]
    public async Task LongTexts_AreFound_Last_AndOnce()
    {
        var start = string.Concat(Enumerable.Range(0, 300).Select(static i => (char)('\u4E00' + i)));
        await CreateAsync(start + "needle", "needle", new string('x', 5000) + "needle", "hay");
        Assert.Equal(
            ["needle", start + "needle", new string('x', 5000) + "needle"], await Found(search => search.Containing("needle")));
        Assert.Equal([start + "needle"], await Found(search => search.StartingWith("\u4E00\u4E01")));
        Assert.Equal(4, (await Found(search => search)).Count);
        var page = await Persons.Search(Names).Containing("needle").Limit(2).GetPageAsync(null, Ct);
        Assert.Equal(2, page.Items.Count);
        Assert.Single((await Persons.Search(Names).Containing("needle").Limit(2).GetPageAsync(page.Next, Ct)).Items);
    }

    [Fact]
    public async Task AnOwner_IsReturnedOnce_HoweverOftenThePairIsInItsText()
    {
        await CreateAsync("banana bandana", "anagram", "abnormal", "xan");
        Assert.Equal(
            ["anagram", "banana bandana", "xan"],
            (await Found(search => search.Containing("an"))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_ReportWhatTheyUsed()
    {
        await CreateAsync("run 1", "run 2");
        var page = await Persons.Search(Names).Containing("run").Limit(1).ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Equal((1.0, 2L), (page.ConsumedCapacity!.CapacityUnits, page.ScannedCount));
        page = await Persons.Search(Names).Containing("run").Limit(1).ConsistentRead().ReturnConsumedCapacity().GetPageAsync(null, Ct);
        Assert.Equal(2.0, page.ConsumedCapacity!.CapacityUnits);
        Assert.Null((await Persons.Search(Names).Containing("run").GetPageAsync(null, Ct)).ConsumedCapacity);
    }

    [Fact]
    public void BrokenPatterns_AreRefusedWhereTheyAreWritten()
    {
        Assert.Throws<ArgumentException>(() => Persons.Search(Names).Like(@"a\"));
        Assert.Throws<ArgumentException>(() => Persons.Search(Names).Containing("\uD800"));
        Assert.Throws<ArgumentNullException>(() => Persons.Search(Names).Containing(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Persons.Search(Names).Limit(0));
        Assert.Throws<ArgumentException>(() => Persons.Search(default));
    }

    private async Task<List<string>> Found(Func<Search<Person>, Search<Person>> with) =>
        [.. (await with(Persons.Search(Names)).ToListAsync(Ct)).Select(static person => person.Name)];

    private async Task CreateAsync(params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
            await Persons.CreateAsync(new Person { Id = $"{i:0000}", Tenant = "a", Name = names[i] }, Ct);
    }
}
