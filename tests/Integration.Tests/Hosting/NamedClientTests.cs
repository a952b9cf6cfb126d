using DynamoToolkit.Hosting;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoToolkit.Integration.Tests.Hosting;

public sealed class NamedClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_EachWithItsOwnTransportAndOptions()
    {
        await using var provider = new ServiceCollection()
            .AddSingleton<IDynamoTransport>(LocalDynamo.InMemory())
            .AddKeyedSingleton<IDynamoTransport>("archive", LocalDynamo.InMemory())
            .AddDynamoToolkit(static options => options.TableNamePrefix = "live-")
            .AddDynamoToolkit("archive", static options => options.TableNamePrefix = "old-")
            .AddDynamoTable<Counter>()
            .AddDynamoTable<Counter>("archive")
            .AddSingleton<Copier>()
            .BuildServiceProvider();
        var copier = provider.GetRequiredService<Copier>();
        foreach (var client in new[] { copier.Live.Client, copier.ArchiveClient })
            await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Counter>()), Ct);

        await copier.Archive.PutAsync(new Counter { Id = 1, Value = 7 }, Ct);

        Assert.Equal("live-counters", copier.Live.Name);
        Assert.Equal("old-counters", copier.Archive.Name);
        Assert.Same(copier.ArchiveClient, copier.Archive.Client);
        Assert.Same(provider.GetRequiredService<DynamoClient>(), copier.Live.Client);
        Assert.Equal(1, await copier.Archive.Scan().CountAsync(Ct));
        Assert.Equal(0, await copier.Live.Scan().CountAsync(Ct));
    }

    [Fact]
    public void Options_AreReadFromASectionForEachName()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Dynamo:TableNamePrefix", "live-"),
            new("Archive:TableNamePrefix", "old-"),
            new("Archive:Region", "eu-west-1"),
        ]).Build();
        using var provider = new ServiceCollection()
            .AddDynamoToolkit(configuration.GetSection("Dynamo"))
            .AddDynamoToolkit("archive", configuration.GetSection("Archive"), static options => options.BatchAttempts = 3)
            .AddDynamoTable<Counter>("archive")
            .BuildServiceProvider();

        var archive = provider.GetRequiredService<IOptionsMonitor<DynamoClientOptions>>().Get("archive");
        var live = provider.GetRequiredService<IOptions<DynamoClientOptions>>().Value;

        Assert.Equal(("old-", "eu-west-1", 3), (archive.TableNamePrefix, archive.Region, archive.BatchAttempts));
        Assert.Equal(("live-", null, 10), (live.TableNamePrefix, live.Region, live.BatchAttempts));
        Assert.IsType<HttpTransport>(provider.GetRequiredKeyedService<DynamoClient>("archive").Transport);
        Assert.Equal("old-counters", provider.GetRequiredKeyedService<DynamoTable<Counter>>("archive").Name);
    }

    [Fact]
    public void Options_SettingThatCannotBeRead_IsNamedWithItsClient()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Archive:Regoin", "eu-west-1")]).Build();
        using var provider = new ServiceCollection()
            .AddDynamoToolkit("archive", configuration.GetSection("Archive"))
            .BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<DynamoClient>("archive"));

        Assert.Contains("'Archive:Regoin'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("archive", exception.OptionsName);
    }

    [Fact]
    public void Names_ClientsWithoutADefault_RegisterNoDefault()
    {
        using var provider = new ServiceCollection().AddDynamoToolkit("a").AddDynamoToolkit("b").BuildServiceProvider();

        Assert.Null(provider.GetService<DynamoClient>());
        Assert.Null(provider.GetKeyedService<DynamoClient>("c"));
        Assert.NotSame(provider.GetKeyedService<DynamoClient>("a"), provider.GetKeyedService<DynamoClient>("b"));
        Assert.Same(provider.GetKeyedService<DynamoClient>("a"), provider.GetKeyedService<DynamoClient>("a"));
    }

    private sealed class Copier(
        DynamoTable<Counter> live,
        [FromKeyedServices("archive")] DynamoTable<Counter> archive,
        [FromKeyedServices("archive")] DynamoClient archiveClient)
    {
        public DynamoTable<Counter> Live { get; } = live;

        public DynamoTable<Counter> Archive { get; } = archive;

        public DynamoClient ArchiveClient { get; } = archiveClient;
    }
}
