using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/trigrams.md</c> run; a test compares them with the page.</summary>
public sealed class TrigramExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    private DynamoTable<Person> Persons => Db.Table<Person>();

    public override async ValueTask InitializeAsync() =>
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()), Ct);

    [Fact]
    public async Task Persons_AreWrittenAndFound()
    {
        var persons = Persons;
        var text = "";

        // example: write
        var ada = new Person { Id = "1", Tenant = "a", Name = "Ada Lovelace" };
        await persons.CreateAsync(ada, ct);
        await persons.ChangeAsync(ada, ada with { Name = "Ada Byron" }, ct);
        await persons.ChangeAsync(Person.Key("1"), person => person with { Age = 36 }, ct);     // the name stays, and its index items do
        // end

        // example: search
        await foreach (var person in persons.Search(Person.Trigrams.Name("a")).Containing("yro"))
            text += person.Name;
        // end
        Assert.Equal("Ada Byron", text);

        await persons.CreateAsync(new Person { Id = "2", Tenant = "a", Name = "Große Straße 100%" }, ct);
        var names = Person.Trigrams.Name("a");

        // example: patterns
        var contains = await persons.Search(names).Containing("Byr").ToListAsync(ct);
        var begins = await persons.Search(names).StartingWith("Ada").ToListAsync(ct);
        var ends = await persons.Search(names).EndingWith("n").ToListAsync(ct);
        var equals = await persons.Search(names).EqualTo("Ada Byron").FirstOrDefaultAsync(ct);
        var like = await persons.Search(names).Like("A%B_ron").ToListAsync(ct);
        var percent = await persons.Search(names).Like(@"%100\%").ToListAsync(ct);              // a backslash escapes
        var folded = await persons.Search(names).ILike("%STRASSE%").ToListAsync(ct);
        var both = await persons.Search(names).Containing("GROSSE").Containing("strasse").IgnoreCase().ToListAsync(ct);
        // end
        Assert.Equal("1", Assert.Single(contains).Id);
        Assert.Equal("1", Assert.Single(begins).Id);
        Assert.Equal("1", Assert.Single(ends).Id);
        Assert.Equal("1", equals!.Id);
        Assert.Equal("1", Assert.Single(like).Id);
        Assert.Equal("2", Assert.Single(percent).Id);
        Assert.Equal("2", Assert.Single(folded).Id);
        Assert.Equal("2", Assert.Single(both).Id);

        await persons.DeleteAsync((await persons.GetAsync(Person.Key("1"), true, ct))!, ct);
        Assert.Empty(await persons.Search(names).Containing("Byr").ToListAsync(ct));
    }

    [Fact]
    public async Task Pages_Continue()
    {
        var persons = Persons;
        for (var i = 0; i < 60; i++)
            await persons.CreateAsync(new Person { Id = $"{i}", Tenant = "a", Name = $"run {i}" }, ct);
        var count = 0;

        // example: pages
        var search = persons.Search(Person.Trigrams.Name("a")).Containing("run").Limit(50).ReturnConsumedCapacity();
        var page = await search.GetPageAsync(null, ct);
        var next = page.Next?.ToString();                       // text that is safe in a URL

        var second = await search.GetPageAsync(next is null ? null : PageToken.Parse(next), ct);
        // end
        Assert.Equal((50, 10), (page.Items.Count, second.Items.Count));
        Assert.InRange(page.ConsumedCapacity!.CapacityUnits, 25, 30);

        // example: all-pages
        var inPages = persons.Search(Person.Trigrams.Name("a")).Containing("run").ConsistentRead().Limit(20);
        await foreach (var one in inPages.PagesAsync(null, ct))
            count += one.Items.Count;

        var sequence = persons.Search(Person.Trigrams.Name("a")).Containing("run").AsAsyncEnumerable(ct);
        await foreach (var person in persons.Search(Person.Trigrams.Name("a")).Containing("run").WithCancellation(ct))
            count++;
        // end
        Assert.Equal((120, 60), (count, await sequence.CountAsync(ct)));
    }

    [Fact]
    public async Task Repair_Continues()
    {
        // The sweep waits, so it needs a clock that goes on.
        using var client = new DynamoClient(new Undisposed(Engine));
        var persons = client.Table<Person>();
        await persons.CreateAsync(new Person { Id = "1", Tenant = "a", Name = "Ada" }, ct);
        string? stored = null;

        // example: repair
        do
        {
            var result = await persons.RepairTrigramsAsync(
                new SweepOptions { From = stored, MaxCapacityUnits = 10_000, CapacityUnitsPerSecond = 100 }, cancellationToken: ct);
            stored = result.Next;                               // keep it, to continue after a restart
        }
        while (stored is not null);
        // end
        Assert.Equal("1", (await persons.Search(Person.Trigrams.Name("a")).Containing("Ada").FirstOrDefaultAsync(ct))!.Id);
    }

    [Fact]
    public async Task Worker_KeepsAnIndex()
    {
        var db = Db;
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()).WithStream(), ct);
        await db.EnsureTableAsync(StreamTable.Define(), ct);
        var papers = db.Table<Paper>();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDynamoToolkit().AddSingleton<IDynamoTransport>(Engine);

        // example: hosted
        builder.Services.AddDynamoStream<Paper>().AddTrigramMaterializer<Paper>();
        // end

        // example: consumer
        var consumer = StreamConsumer.For<Paper>(db).AddTrigramMaterializer<Paper>();
        IChangeHandler<Paper> handler = papers.TrigramMaterializer();          // what both add
        // end
        using var host = builder.Build();
        Assert.Throws<ArgumentException>(() => consumer.AddHandler(handler));
        Assert.Equal("papers", host.Services.GetRequiredKeyedService<StreamConsumer>("default").TableName);
        await consumer.BeginAsync(ct);

        // example: stream-writes
        await papers.RepairTrigramsAsync(cancellationToken: ct);
        await papers.PutAsync(new Paper { Id = "1", Journal = "a", Title = "On Graphs" }, ct);
        await papers.Update(Paper.Key("1")).Set(paper => paper.Title, "On Trees").ExecuteAsync(ct);
        // end
        var change = new Change<Paper> { Kind = ChangeKind.Insert, Key = Paper.Key("1"), SequenceNumber = SequenceNumber.Parse("1") };
        await handler.HandleAsync(change, ct);
        Assert.Equal("1", (await papers.Search(Paper.Trigrams.Title("a")).Containing("Tree").FirstOrDefaultAsync(ct))!.Id);
    }
}
