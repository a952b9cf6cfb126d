using Amazon.Runtime;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Faults;

public sealed class FaultTests
{
    private const int Workers = 16;
    private const int StepsPerWorker = 625;

    [Fact]
    public async Task TenThousandOperations_UnderFaults_EndAsWithoutThem()
    {
        using var calm = new DynamoClient(LocalDynamo.InMemory());
        await RunAsync(calm);

        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, new FaultMix(seed: 1).Next);
        using var stormy = new DynamoClient(OptionsFor(proxy.Endpoint));
        var recognized = await RunAsync(stormy);

        Assert.Equal(await AllAsync(calm), await AllAsync(new DynamoClient(engine)));
        Assert.True(proxy.Faults > Workers * StepsPerWorker / 4, $"Only {proxy.Faults} requests failed.");
        Assert.True(recognized > 50, $"Only {recognized} lost answers of conditional writes were met.");
    }

    private static DynamoClientOptions OptionsFor(Uri endpoint)
    {
        var options = new DynamoClientOptions { Region = "eu-west-1", ServiceEndpoint = endpoint, Credentials = new BasicAWSCredentials("key", "secret") };
        options.Http.MaxAttempts = 30;
        options.Http.RetryTokens = null;
        options.Http.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Http.MaxDelay = TimeSpan.FromMilliseconds(10);
        options.Http.AttemptTimeout = TimeSpan.FromSeconds(1);
        return options;
    }

    /// <summary>Runs all workers at once, and counts the writes that recognized their own first attempts.</summary>
    private static async Task<int> RunAsync(DynamoClient client)
    {
        await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Account>()));
        var workers = Enumerable.Range(0, Workers).Select(seed => new AccountWorker(client, seed)).ToList();
        await Task.WhenAll(workers.Select(static worker => Task.Run(() => worker.RunAsync(StepsPerWorker))));
        return workers.Sum(static worker => worker.Recognized);
    }

    private static async Task<List<string>> AllAsync(DynamoClient client)
    {
        var accounts = await client.Table<Account>().Scan().ToListAsync();
        return [.. accounts.Select(static a => $"{a.Owner}/{a.Number}: {a.Balance} v{a.Version} {a.Note}").Order(StringComparer.Ordinal)];
    }
}
