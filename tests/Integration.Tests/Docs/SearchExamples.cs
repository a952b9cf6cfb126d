using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns.TextSearch;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/search.md</c> run; a test compares them with the page.</summary>
public sealed class SearchExamples : OpenSearchTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_ContinuesWithItsToken()
    {
        await FilledAsync("Ada Lovelace", "Adam Love", "Ada Love");
        ITextSearch<Person> search = new TrigramTextSearch<Person>(Persons);

        // example: search
        var page = await search.SearchAsync(new TextSearchRequest<Person>(Person.Trigrams.Name("a"), "love ada") { Limit = 2 }, ct);
        Console.WriteLine($"{page.Engine} found {page.Items.Count} persons");

        if (page.Next is { } next)
            page = await search.SearchAsync(new TextSearchRequest<Person>(Person.Trigrams.Name("a"), "love ada") { At = next }, ct);
        // end
        Assert.Equal("Ada Love", Assert.Single(page.Items).Name);
    }

    [Fact]
    public async Task Program_HasOpenSearch()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());

        // example: hosted
        builder.Services.AddDynamoToolkit().AddDynamoTable<Person>();
        builder.Services.AddTextSearch<Person>();                                   // ITextSearch<Person>: trigrams
        builder.Services.AddOpenSearch(builder.Configuration.GetSection("Search")); // now OpenSearch, with trigrams behind it
        builder.Services.AddDynamoStream<Person>().AddOpenSearch<Person>();
        // end
        builder.Services.AddOpenSearch(options => options.Endpoint = null);
        builder.Services.AddSingleton<Transport.IDynamoTransport>(new Support.Undisposed(Engine));
        using var host = builder.Build();
        await FilledAsync("Ada");
        var page = await host.Services.GetRequiredService<ITextSearch<Person>>().SearchAsync(For("ada"), ct);
        Assert.Equal(TextSearchEngine.Trigrams, page.Engine);
    }

    [Fact]
    public async Task Index_IsFilled()
    {
        await Persons.CreateAsync(new Person { Id = "1", Tenant = "a", Name = "Ada" }, ct);
        var (connection, persons) = (new OpenSearchConnection(Options()), Persons);
        await BeginAsync(new OpenSearchIndex<Person>(connection, persons));

        // example: fill
        var index = new OpenSearchIndex<Person>(connection, persons);
        await index.CreateAsync(ct);
        string? stored = null;
        OpenSearchBackfillResult result;
        do
        {
            result = await index.BackfillAsync(new SweepOptions { From = stored, MaxCapacityUnits = 5_000 }, ct);
            Console.WriteLine($"{result.Written} documents written, {result.Deleted} deleted");
            stored = result.Next;                               // keep it, to continue after a restart
        }
        while (stored is not null);

        if (!result.IsComplete)
            Console.WriteLine("Searches stay with the trigrams: a worker has begun or changed meanwhile. Run the backfill again.");
        // end
        Assert.Single(Stored.Documents);
        Assert.True(result.IsComplete);

        // example: parts
        var handler = index.ChangeHandler();                    // for a StreamConsumer of your own
        var search = index.WithTrigramFallback();               // what AddTextSearch registers
        var only = await index.SearchAsync(new TextSearchRequest<Person>(Person.Trigrams.Name("a"), "ada"), ct);    // or an error
        await index.UpdateAsync([Person.Key("1")], ct);         // after a repair by hand
        // end
        Assert.Equal("OpenSearch.Person", handler.Name);
        Assert.Single((await search.SearchAsync(For("ada"), ct)).Items);
        Assert.Equal("1", Assert.Single(only.Items).Id);
    }
}
