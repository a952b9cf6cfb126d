using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs.HotKeys;

/// <summary>The load of <c>docs/hot-keys.md</c> on the table with a hot key.</summary>
public sealed class HotTableExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_IsThrottled_AsThePageSays()
    {
        // example: engine
        var clock = new SimulatedClock(new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));
        var options = new LocalDynamoOptions { TimeProvider = clock, Heat = new HeatOptions { Throttle = true } };
        using var engine = LocalDynamo.InMemory(options);
        using var db = new DynamoClient(engine, new DynamoClientOptions { TimeProvider = clock });
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<AuditEvent>()), ct);
        // end

        // example: load
        var events = db.Table<AuditEvent>();
        var load = await SimulatedLoad.RunAsync(engine, clock, callsPerSecond: 2400, TimeSpan.FromSeconds(5), i =>
            events.PutAsync(
                new AuditEvent { Tenant = i % 5 == 0 ? $"small-{i}" : "giant", Id = $"{clock.GetUtcNow():O}-{i:D5}", Action = "read" },
                ct));
        // end

        var failure = Assert.Throws<LoadAssertionException>(() =>
        {
            // example: assert
            load.AssertNotThrottled();
            // end
        });
        Assert.Contains($"```text\n{failure.Message}\n```", PageTests.TextOf("hot-keys.md"), StringComparison.Ordinal);

        // example: heat
        var hottest = engine.Heat.HottestKeys(1)[0];
        Console.WriteLine($"{hottest.PartitionKey} took {hottest.WriteShare:P0} of what was written");
        // end

        Assert.Equal(("audit", "TENANT#giant", SplitObstacle.FollowsSortKey), (hottest.TableName, hottest.PartitionKey, hottest.Obstacle));
    }
}
