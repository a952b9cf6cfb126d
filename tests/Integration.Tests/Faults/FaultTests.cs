using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Faults;

public sealed class FaultTests
{
    private const int Workers = 16;

    /// <summary>In milliseconds. Many times what a test takes; it is there for a call that would never end.</summary>
    private const int Timeout = 600_000;

    /// <summary>Long enough that only those answers take longer which never come, also on a busy machine.</summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = Timeout)]
    [InlineData(Door.Http, 10_000)]
    [InlineData(Door.Sdk, 2_000)]
    [InlineData(Door.Bridge, 2_000)]
    public async Task MixedOperations_UnderFaults_EndAsWithoutThem(Door door, int operations)
    {
        using var calm = new DynamoClient(LocalDynamo.InMemory());
        var expected = await RunAsync(calm, operations);

        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, new FaultMix(seed: 1).Next);
        using var stormy = ClientOf(door, proxy.Endpoint);
        var made = await RunAsync(stormy, operations);

        Assert.Equal(await AllAsync(calm), await AllAsync(new DynamoClient(engine)));
        Assert.InRange(made.Sum(static worker => worker.Made.Values.Sum()), operations, int.MaxValue);
        Assert.All(made.Zip(expected), static pair => Assert.Equal(pair.Second.Made, pair.First.Made));
        AssertEveryKindWasMade(made, operations);
        AssertShares(proxy);
        var recognized = made.Sum(static worker => worker.Recognized);
        Assert.True(recognized > operations / 200, $"Only {recognized} lost answers of conditional writes were met.");
        Assert.Equal(0, expected.Sum(static worker => worker.Recognized));
    }

    /// <summary>Why the bucket is off in the test above: it is there to let errors through when as much fails as here.</summary>
    [Fact(Timeout = Timeout)]
    public async Task Reads_UnderFaultsWithTheStandardBucket_FailInPartWhenItIsEmpty()
    {
        const int Reads = 3_000;
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, new FaultMix(seed: 2).Next);
        await new DynamoClient(engine).EnsureTableAsync(TableDefinition.For(TableModel.Of<Account>()), Ct);
        var options = OptionsFor(proxy.Endpoint);
        options.Http.RetryTokens = new DynamoClientOptions().Http.RetryTokens;
        using var client = new DynamoClient(options);

        var failures = await Task.WhenAll(
            Enumerable.Range(0, Workers).Select(worker => Task.Run(() => CountFailuresAsync(client, Reads / Workers), Ct)));

        // 35 % of the attempts fail. Without the bucket no call would; with nothing but it, that many.
        Assert.InRange(failures.Sum() / (double)Reads, 0.01, 0.35);
    }

    private static DynamoClient ClientOf(Door door, Uri endpoint) => door switch
    {
        Door.Http => new DynamoClient(OptionsFor(endpoint)),
        Door.Sdk => new DynamoClient(ImpatientRetries.Sdk(SdkConfigFor(endpoint))),
        Door.Bridge => new DynamoClient(ImpatientRetries.Bridge(SdkConfigFor(endpoint))),
        _ => throw new ArgumentOutOfRangeException(nameof(door), door, null),
    };

    private static DynamoClientOptions OptionsFor(Uri endpoint)
    {
        var options = new DynamoClientOptions
        {
            Region = "eu-west-1",
            ServiceEndpoint = endpoint,
            Credentials = new BasicAWSCredentials("key", "secret")
        };
        options.Http.MaxAttempts = 30;
        options.Http.RetryTokens = null;
        options.Http.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Http.MaxDelay = TimeSpan.FromMilliseconds(10);
        options.Http.AttemptTimeout = AttemptTimeout;
        return options;
    }

    private static AmazonDynamoDBConfig SdkConfigFor(Uri endpoint) => new()
    {
        ServiceURL = endpoint.ToString(),
        AuthenticationRegion = "eu-west-1",
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 29,
        ThrottleRetries = false,
        Timeout = AttemptTimeout,
    };

    /// <summary>Runs all workers at once.</summary>
    private static async Task<IReadOnlyList<AccountWorker>> RunAsync(DynamoClient client, int operations)
    {
        await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Account>()), Ct);
        var workers = Enumerable.Range(0, Workers).Select(seed => new AccountWorker(client, seed, Ct)).ToList();
        await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync((operations + Workers - 1) / Workers), Ct)));
        return workers;
    }

    private static async Task<int> CountFailuresAsync(DynamoClient client, int reads)
    {
        var failures = 0;
        for (var i = 0; i < reads; i++)
        {
            try
            {
                await client.Table<Account>().GetAsync(Account.Key("nobody", i), cancellationToken: Ct);
            }
            catch (Exception exception) when (exception is AmazonDynamoDBException or TransportException)
            {
                failures++;
            }
        }

        return failures;
    }

    private static void AssertEveryKindWasMade(IReadOnlyList<AccountWorker> workers, int operations)
    {
        var made = workers.SelectMany(static worker => worker.Made).GroupBy(static pair => pair.Key, static pair => pair.Value).ToList();
        Assert.Equal(Enum.GetValues<WorkerStep>().Order(), made.Select(static kind => kind.Key).Order());
        Assert.All(made, kind => Assert.True(kind.Sum() > operations / 100, $"Only {kind.Sum()} times {kind.Key}."));
    }

    /// <summary>Each fault has the share that the mix gives it, within five standard deviations.</summary>
    private static void AssertShares(FaultyProxy proxy)
    {
        var requests = proxy.Met.Values.Sum();
        foreach (var (fault, perMille) in FaultMix.PerMille)
        {
            var share = perMille / 1000.0;
            var tolerance = 5 * Math.Sqrt(requests * share * (1 - share));
            var count = proxy.Met.GetValueOrDefault(fault);
            Assert.True(Math.Abs(count - (requests * share)) < tolerance, $"{fault} was met {count} times in {requests} requests.");
            Assert.True(count > 0, $"{fault} was never met.");
        }
    }

    private static async Task<List<string>> AllAsync(DynamoClient client)
    {
        var accounts = await client.Table<Account>().Scan().ToListAsync(Ct);
        return [.. accounts.Select(static a => $"{a.Owner}/{a.Number}: {a.Balance} v{a.Version} {a.Note}").Order(StringComparer.Ordinal)];
    }
}
