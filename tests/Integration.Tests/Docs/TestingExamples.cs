using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Docs.Testing;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/testing.md</c> run; a test compares them with the page. Their classes are in <c>Testing</c>.</summary>
public sealed class TestingExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;
    private readonly TableDefinition tracking = TableDefinition.For(TableModel.Of<Run>());

    [Fact]
    public async Task Engine_ForOneTest()
    {
        // example: engine
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()), ct);
        // end

        Assert.Null(await db.Table<Run>().GetAsync(Run.Key("1"), cancellationToken: ct));
    }

    [Fact]
    public async Task Clock_IsMovedByTheTest()
    {
        // example: clock
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions { TimeProvider = clock, ExpiryInterval = Timeout.InfiniteTimeSpan });
        using var db = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = clock });
        // end

        await db.EnsureTableAsync(tracking, ct);
        var runs = db.Table<Run>();

        // example: clock-use
        await runs.PutAsync(new Run { RunId = "1", ExperimentId = "7", ExpiresAt = clock.GetUtcNow().AddHours(1) }, ct);
        Assert.NotNull(await runs.GetAsync(Run.Key("1"), cancellationToken: ct));

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await runs.GetAsync(Run.Key("1"), cancellationToken: ct));                      // expired, so the client hides it
        Assert.True((await runs.Get(Run.Key("1")).IncludeExpired().ExecuteAsync(ct)).HasItem);      // but it is still there
        Assert.Equal(1, engine.DeleteExpired());                                                    // until the engine deletes it
        // end

        Assert.False((await runs.Get(Run.Key("1")).IncludeExpired().ExecuteAsync(ct)).HasItem);
    }

    [Fact]
    public async Task HotKey_IsThrottled()
    {
        // example: load
        var clock = new SimulatedClock();
        using var engine = LocalDynamo.InMemory(new LocalDynamoOptions
        {
            TimeProvider = clock,
            Heat = new HeatOptions { Throttle = true },
        });
        using var db = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = clock });
        await db.EnsureTableAsync(tracking, ct);
        var runs = db.Table<Run>();

        // All runs of one experiment have one partition key in the index: 1,500 writes a second for ten seconds.
        LoadResult hot = await SimulatedLoad.RunAsync(
            engine, clock, callsPerSecond: 1500, TimeSpan.FromSeconds(10), i => Save(i, experiment: "7"));
        hot.AssertThrottled();

        // The same load on ten experiments.
        LoadResult spread = await SimulatedLoad.RunAsync(
            engine, clock, callsPerSecond: 1500, TimeSpan.FromSeconds(10), i => Save(i, experiment: $"spread{i % 10}"));
        spread.AssertNotThrottled();

        Task Save(int i, string experiment) =>
            runs.PutAsync(new Run { RunId = $"{experiment}-{i}", ExperimentId = experiment }, ct);
        // end

        Assert.Equal("7", hot.HottestKeys[0].PartitionKey[^1..]);
    }

    [Fact]
    public async Task Faults_AreInjected()
    {
        // example: injected
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine);
        await db.EnsureTableAsync(tracking, ct);
        var runs = db.Table<Run>();

        // The next put is done, but its answer is lost.
        using (engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { Operations = ["PutItem"], Count = 1 }))
        {
            await Assert.ThrowsAsync<TransportException>(
                async () => await runs.PutAsync(new Run { RunId = "1", ExperimentId = "7" }, ct));
        }

        Assert.NotNull(await runs.GetAsync(Run.Key("1"), cancellationToken: ct));

        // From here on, a fifth of the requests for this table is throttled.
        engine.Faults.Inject(new LocalFault(FaultKind.Throttle) { TableName = "tracking", Rate = 0.2 });
        // end

        Assert.Equal(1, engine.Faults.Struck);
    }

    [Fact]
    public async Task Faults_AreThrown()
    {
        // example: faults
        var faulty = new FaultyTransport(LocalDynamo.InMemory());
        using var db = new DynamoClient(faulty);
        // end

        await db.EnsureTableAsync(tracking, ct);
        var runs = db.Table<Run>();

        // example: fault-lost
        await runs.PutAsync(new Run { RunId = "1", ExperimentId = "7" }, ct);
        faulty.FailAfter = request =>
            request.Operation == DynamoOperation.UpdateItem ? new TransportException("The connection broke.") : null;

        await Assert.ThrowsAsync<TransportException>(async () => await runs.Update(Run.Key("1")).Add(r => r.Steps, 1).ExecuteAsync(ct));
        var run = await runs.GetAsync(Run.Key("1"), cancellationToken: ct);
        Assert.Equal(1, run!.Steps);                            // the write happened nevertheless
        // end
    }

    [Fact]
    public async Task Throttles_EndWithABatch()
    {
        var faulty = new FaultyTransport(LocalDynamo.InMemory());

        // example: fault-throttle
        var options = new DynamoClientOptions { BatchAttempts = 3, Jitter = () => 0 };          // batches don't wait
        using var db = new DynamoClient(faulty, options);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>()), ct);
        faulty.FailBefore = request =>
            request.Operation == DynamoOperation.BatchWriteItem ? new ProvisionedThroughputExceededException("Slow down.") : null;

        BatchWriteResult written = await db.BatchWriteAsync([db.Table<Run>().Put(new Run { RunId = "1", ExperimentId = "7" })], ct);
        Assert.Single(written.Unprocessed);
        // end
    }

    [Fact]
    public async Task Requests_AreSeen()
    {
        // example: fake
        var fake = new FakeTransport(
            """
            {"Item":{"pk":{"S":"RUN#1"},"sk":{"S":"META"},"runId":{"S":"1"},"experimentId":{"S":"7"},
            "startTime":{"N":"0"},"status":{"S":"Running"},"steps":{"N":"3"}}}
            """);
        using var db = new DynamoClient(fake);

        Run? run = await db.Table<Run>().GetAsync(Run.Key("1"), consistentRead: true, ct);

        Assert.Equal(3, run!.Steps);
        var (operation, body) = Assert.Single(fake.Requests);
        Assert.Equal(DynamoOperation.GetItem, operation);
        Assert.Contains("\"ConsistentRead\":true", body, StringComparison.Ordinal);
        // end
    }

    [Fact]
    public async Task Tables_HaveAPrefix()
    {
        using var engine = LocalDynamo.InMemory();

        // example: prefix
        var options = new DynamoClientOptions { TableNamePrefix = $"test-{Guid.NewGuid():N}-" };
        var db = new DynamoClient(engine, options);             // not disposed here: that would dispose the engine, which others use
        // end

        await db.EnsureTableAsync(tracking, ct);
        Assert.Equal(options.TableNamePrefix + "tracking", db.Table<Run>().Name);
    }
}
