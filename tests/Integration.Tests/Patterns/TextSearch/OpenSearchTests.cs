using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>What tests of OpenSearch have in common: persons in the engine, and a stand-in for OpenSearch.</summary>
public abstract class OpenSearchTests : PatternTests
{
    private protected OpenSearchTests() =>
        Client = new DynamoClient(
            new Undisposed(Engine), new DynamoClientOptions { TimeProvider = Clock, Jitter = static () => 0, BatchAttempts = 3 });

    private protected const string IndexName = "persons-person";

    private protected DynamoClient Client { get; }

    private protected OpenSearchStandIn Server { get; } = new();

    private protected ListLogger Log { get; } = new();

    private protected DynamoTable<Person> Persons => Client.Table<Person>();

    private protected StandInIndex Stored => Server.Index(IndexName);

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    private protected OpenSearchOptions Options() => new()
    {
        Endpoint = new Uri("https://search.test"),
        CreateHandler = () => Server,
        TimeProvider = Clock,
        LoggerFactory = Log,
    };

    private protected OpenSearchIndex<Person> IndexOf(OpenSearchOptions? options = null) => IndexOf(() => options ??= Options());

    private protected OpenSearchIndex<Person> IndexOf(Func<OpenSearchOptions> options) =>
        new(new OpenSearchConnection(options), Persons);

    private protected async Task<OpenSearchIndex<Person>> FilledAsync(params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
            await Persons.CreateAsync(new Person { Id = $"{i}", Tenant = "a", Name = names[i] }, Ct);
        var index = IndexOf();
        Assert.True(await index.CreateAsync(Ct));
        await BeginAsync(index);
        Assert.True((await index.BackfillAsync(cancellationToken: Ct)).IsComplete);
        return index;
    }

    /// <summary>Lets a consumer with the index's handler begin.</summary>
    private protected Task BeginAsync(OpenSearchIndex<Person> index, string consumer = "default") => StreamConsumer
        .For<Person>(Client, new StreamConsumerOptions { Name = consumer })
        .AddHandler(index.ChangeHandler())
        .BeginAsync(Ct);

    private protected static TextSearchRequest<Person> For(string text, int limit = 50, PageToken? at = null, string tenant = "a") =>
        new(Person.Trigrams.Name(tenant), text) { Limit = limit, At = at };

    private protected static async Task<List<Person>> AllAsync(ITextSearch<Person> search, string text, int limit = 50)
    {
        List<Person> all = [];
        PageToken? at = null;
        do
        {
            var page = await search.SearchAsync(For(text, limit, at), Ct);
            Assert.InRange(page.Items.Count, 0, limit);
            all.AddRange(page.Items);

            // A token survives as text that is safe in a URL.
            at = page.Next is null ? null : PageToken.Parse(Uri.UnescapeDataString(page.Next.ToString()));
        }
        while (at is not null);
        return all;
    }

    private protected static IEnumerable<string> NamesOf(IEnumerable<Person> persons) => persons.Select(static person => person.Name);
}
