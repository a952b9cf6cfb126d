using System.Text.Json.Nodes;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns.Search;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>Searches that OpenSearch answers.</summary>
public sealed class OpenSearchSearchTests : OpenSearchTests
{
    [Fact]
    public async Task Words_AreFoundByStem_WithErrors_AndAsParts()
    {
        var index = await FilledAsync("running shoes", "Ada Lovelace", "mypipeline", "Straße", "a shoe", "Lovelace Ada", "100%");
        Assert.Equal(["running shoes"], NamesOf(await AllAsync(index, "runs")));
        Assert.Equal(["Ada Lovelace", "Lovelace Ada"], NamesOf(await AllAsync(index, "ada lovlace")));
        Assert.Equal(["mypipeline"], NamesOf(await AllAsync(index, "PIPE")));
        Assert.Equal(["Straße"], NamesOf(await AllAsync(index, "TRASS")));
        Assert.Equal(["100%"], NamesOf(await AllAsync(index, "%")));
        Assert.Empty(await AllAsync(index, "pipette"));
        Assert.Equal(7, (await AllAsync(index, " ")).Count);

        // The text that is the searched one comes first, whatever its key.
        Assert.Equal("Lovelace Ada", NamesOf(await AllAsync(index, "Lovelace Ada")).First());
    }

    [Fact]
    public async Task Results_HaveAllThatTheTrigramsFind()
    {
        var random = new Random(7);
        var index = await FilledAsync([.. Enumerable.Range(0, 150).Select(_ => Names.Draw(random))]);
        var trigrams = new TrigramTextSearch<Person>(Persons);
        var stored = await Persons.Scan().ToListAsync(Ct);
        var found = 0;
        for (var i = 0; i < 200; i++)
        {
            var name = stored[random.Next(stored.Count)].Name;
            var points = name.EnumerateRunes().Take(900).ToList();
            var start = random.Next(points.Count + 1);
            var text = string.Concat(points.Skip(start).Take(random.Next(1, 12)));
            var exact = await AllAsync(trigrams, text);
            var ranked = await AllAsync(index, text, limit: 20);
            Assert.Subset(ranked.Select(static person => person.Id).ToHashSet(), exact.Select(static person => person.Id).ToHashSet());
            Assert.Equal(ranked.Count, ranked.DistinctBy(static person => person.Id).Count());
            found += exact.Count;
        }

        Assert.InRange(found, 200, 200 * 150);
    }

    [Fact]
    public async Task Pages_ContinueAnywhere_WithoutGapsAndRepetitions()
    {
        var index = await FilledAsync([.. Enumerable.Range(0, 60).Select(static i => i % 3 == 0 ? "other" : $"run {i % 7} of many")]);
        var all = await AllAsync(index, "run", limit: 1000);
        Assert.Equal(40, all.Count);
        Assert.Equal(all, await AllAsync(index, "run", limit: 7));
        Assert.Equal(all, await AllAsync(index, "run", limit: 20));
        Assert.Equal(all.Take(5), (await index.SearchAsync(For("run", limit: 5), Ct)).Items);
    }

    [Fact]
    public async Task Scopes_AreApart_AlsoForItemsThatMoved()
    {
        var index = await FilledAsync("Ada", "Ada", "Ada");
        await Persons.CreateAsync(new Person { Id = "b#1", Tenant = "b#%", Name = "Ada", Nickname = "Countess" }, Ct);
        await index.UpdateAsync([Person.Key("b#1")], Ct);
        Assert.Equal("b#1", Assert.Single((await index.SearchAsync(For("ada", tenant: "b#%"), Ct)).Items).Id);
        Assert.Empty((await index.SearchAsync(For("ada", tenant: "c"), Ct)).Items);
        var byNickname = new TextSearchRequest<Person>(Person.Trigrams.Nickname(), "count");
        Assert.Equal("b#1", Assert.Single((await index.SearchAsync(byNickname, Ct)).Items).Id);

        // The documents are older than these changes.
        await Persons.ChangeAsync(Person.Key("0"), static person => person with { Tenant = "b#%" }, Ct);
        await Persons.RemoveAsync(Person.Key("1"), Ct);
        await Persons.ChangeAsync(Person.Key("2"), static person => person with { Age = 7 }, Ct);
        var page = await index.SearchAsync(For("ada", limit: 1), Ct);
        Assert.Equal(7, Assert.Single(page.Items).Age);
    }

    [Fact]
    public async Task ForeignDocuments_AreNotResults()
    {
        var index = await FilledAsync("Ada");
        Stored.Put("x", Document("CAR#1", "CAR"));
        Stored.Put("y", Document("", ""));
        Assert.Equal(["Ada"], NamesOf(await AllAsync(index, "ada")));
        await index.BackfillAsync(cancellationToken: Ct);
        Assert.Equal(3, Stored.Documents.Count);

        static JsonObject Document(string pk, string sk) => new()
        {
            ["pk"] = pk,
            ["sk"] = sk,
            ["text"] = new JsonObject { ["name"] = "Ada" },
            ["folded"] = new JsonObject { ["name"] = "ada" },
            ["scope"] = new JsonObject { ["tenant"] = "a" },
        };
    }

    [Fact]
    public async Task Tokens_OfOtherSearchesAndEngines_AreRefused()
    {
        var index = await FilledAsync("run 1", "run 2", "run 3");
        var trigrams = new TrigramTextSearch<Person>(Persons);
        var ranked = (await index.SearchAsync(For("run", limit: 1), Ct)).Next!;
        var exact = (await trigrams.SearchAsync(For("run", limit: 1), Ct)).Next!;
        var raw = (await Persons.Search(Person.Trigrams.Name("a")).Containing("run").Limit(1).GetPageAsync(null, Ct)).Next!;

        Assert.Contains("Trigrams answered", (await RefusedAsync(index, "run", exact)).Message);
        Assert.Contains("OpenSearch answered", (await RefusedAsync(trigrams, "run", ranked)).Message);
        await RefusedAsync(index, "run", raw);
        await RefusedAsync(trigrams, "run", raw);
        await RefusedAsync(index, "ran", ranked);
        await RefusedAsync(index.WithTrigramFallback(), "run", PageToken.Parse("x.y"));
        await RefusedAsync(index.WithTrigramFallback(), "run", PageToken.Parse("o."));
        await RefusedAsync(index, "run", PageToken.Parse("o.AAAA"));
        await RefusedAsync(index, "run", PageToken.Parse($"{ranked}AAAA"));
        await Assert.ThrowsAsync<PageTokenException>(() => index.SearchAsync(For("run", at: ranked, tenant: "b"), Ct));
        Assert.Equal(2, (await index.SearchAsync(For("run", at: ranked), Ct)).Items.Count);

        static Task<PageTokenException> RefusedAsync(ITextSearch<Person> search, string text, PageToken at) =>
            Assert.ThrowsAsync<PageTokenException>(() => search.SearchAsync(For(text, at: at), Ct));
    }

    [Fact]
    public async Task Mistakes_AreFoundBeforeAnythingIsSent()
    {
        var index = IndexOf();
        Assert.Throws<ArgumentException>(() => new TextSearchRequest<Person>(default, "a"));
        Assert.Throws<ArgumentException>(() => For(new string('a', 1001)));
        Assert.Throws<ArgumentException>(() => For(string.Join(' ', Enumerable.Range(0, 33))));
        Assert.Throws<ArgumentException>(() => For("\ud83d"));
        Assert.Throws<ArgumentOutOfRangeException>(() => For("a", limit: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => For("a", limit: 1001));
        Assert.Throws<ArgumentException>(() => IndexOf(With(static options => options.IndexNames["Person"] = "Persons")).Name);
        foreach (var wrong in (Action<OpenSearchOptions>[])[
            static options => options.Endpoint = new Uri("ftp://host"),
            static options => options.Endpoint = new Uri("https://user:secret@host"),
            static options => options.SigningService = "dynamodb",
            static options => options.UserName = "only a name",
            static options => (options.UserName, options.Password, options.SigningService) = ("a", "b", "es"),
            static options => options.SearchTimeout = TimeSpan.Zero,
            static options => options.MaxAnswerBytes = 0,
            static options => options.IndexNames["Person"] = "_hidden",
        ])
        {
            Assert.ThrowsAny<ArgumentException>(() => new OpenSearchConnection(With(wrong)));
        }

        Assert.Empty(Server.Requests);
        Assert.Equal(IndexName, index.Name);

        OpenSearchOptions With(Action<OpenSearchOptions> change)
        {
            var options = Options();
            change(options);
            return options;
        }
    }
}
