using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>Text searches of a program: services, settings, and the stream's worker.</summary>
public sealed class OpenSearchHostTests : OpenSearchTests
{
    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Person>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    [Fact]
    public async Task Worker_WaitsForServer_AndParksNothing()
    {
        var builder = Builder();
        builder.Services.AddOpenSearch(options =>
        {
            options.Endpoint = new Uri("http://search.test");
            options.CreateHandler = () => Server;

            // The clock is real, and a search that waits for a busy machine must not be one of trigrams.
            options.SearchTimeout = TimeSpan.FromMinutes(5);
        });
        builder.Services.AddDynamoStream<Person>(static options =>
            {
                options.MaxAttempts = 2;
                options.PollInterval = TimeSpan.FromMilliseconds(10);
            })
            .AddOpenSearch<Person>();
        using var host = builder.Build();
        var index = host.Services.GetRequiredService<OpenSearchIndex<Person>>();
        var search = host.Services.GetRequiredService<ITextSearch<Person>>();
        var consumer = host.Services.GetRequiredKeyedService<StreamConsumer>("default");
        await index.CreateAsync(Ct);
        await host.StartAsync(Ct);
        await UntilAsync(() => consumer.Status.Shards > 0);
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.True((await index.BackfillAsync(cancellationToken: Ct)).IsComplete);

        Server.Fault = static request => request.Operation == "_bulk" ? OpenSearchStandIn.Answer(503, "") : null;
        for (var i = 0; i < 30; i++)
            await Persons.CreateAsync(new Person { Id = $"{i}", Tenant = "a", Name = $"run {i}" }, Ct);
        await UntilAsync(() => consumer.Status.Problems.Count > 0);
        Assert.Equal(0, consumer.Status.ParkedItems);

        Server.Fault = null;
        Server.WriteFault = static (_, source) => (string?)source?["text"]?["name"] == "run 7" ? (400, "mapper_parsing_exception") : null;
        await UntilAsync(() => Stored.Documents.Count == 29 && consumer.Status.ParkedItems == 1);
        var page = await search.SearchAsync(For("run"), Ct);
        Assert.Equal((TextSearchEngine.OpenSearch, 29), (page.Engine, page.Items.Count));

        // After the fix, the parked item is replayed.
        Server.WriteFault = null;
        await UntilAsync(() => consumer.Status is { Problems.Count: 0, PendingRecords: 0 });
        await consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
        Assert.Equal(30, Stored.Documents.Count);
        await Persons.RemoveAsync(Person.Key("3"), Ct);
        await UntilAsync(() => Stored.Documents.Count == 29);
        await host.StopAsync(Ct);
    }

    [Fact]
    public async Task Settings_SwitchWithoutRestart()
    {
        await FilledAsync("run 1");
        var builder = Builder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Search:Endpoint"] = "https://search.test",
            ["Search:Enabled"] = "true",
            ["Search:IndexNames:Person"] = IndexName,
            ["Search:SearchTimeout"] = "00:05:00",
        });
        builder.Services.AddOpenSearch(builder.Configuration.GetSection("Search"), options => options.CreateHandler = () => Server);
        using var host = builder.Build();
        var search = host.Services.GetRequiredService<ITextSearch<Person>>();
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);

        Set("Enabled", "false");
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Set("Enabled", "true");
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
        Set("Endpoint", "");
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);

        void Set(string name, string value)
        {
            builder.Configuration[$"Search:{name}"] = value;
            ((IConfigurationRoot)builder.Configuration).Reload();
        }
    }

    [Fact]
    public async Task Program_WithoutOpenSearch_SearchesTrigrams()
    {
        await FilledAsync("run 1");
        using var host = Builder().Build();
        var page = await host.Services.GetRequiredService<ITextSearch<Person>>().SearchAsync(For("RUN"), Ct);
        Assert.Equal((TextSearchEngine.Trigrams, "run 1"), (page.Engine, Assert.Single(page.Items).Name));
    }

    [Theory]
    [InlineData("Endpiont", "https://search.test", "is not an option")]
    [InlineData("SearchTimeout", "5", "must be a time")]
    [InlineData("IndexNames", "persons", "is a section")]
    public void MisspeltSetting_IsAnError(string name, string value, string problem)
    {
        var builder = Builder();
        builder.Configuration[$"Search:{name}"] = value;
        builder.Services.AddOpenSearch(builder.Configuration.GetSection("Search"));
        using var host = builder.Build();
        var error = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<OpenSearchConnection>());
        Assert.Contains($"'Search:{name}' {problem}", error.Message);
        Assert.Equal(typeof(OpenSearchOptions), error.OptionsType);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var attempt = 0; !holds(); attempt++)
        {
            Assert.True(attempt < 6000, "The condition does not come true.");
            await Task.Delay(10, Ct);
        }
    }

    private HostApplicationBuilder Builder()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IDynamoTransport>(new Undisposed(Engine)).AddDynamoToolkit();
        builder.Services.AddTextSearch<Person>();
        return builder;
    }
}
