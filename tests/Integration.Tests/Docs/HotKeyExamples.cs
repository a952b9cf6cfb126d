using DynamoToolkit.Integration.Model.Base.HotKeys;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The same load as that of <c>HotKeys/HotTableExamples.cs</c>, on the table whose key is spread.</summary>
public sealed class HotKeyExamples
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_IsNotThrottled_AndReadsAreAsBefore()
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

        // example: assert
        load.AssertNotThrottled();
        // end

        // example: spread
        foreach (var key in engine.Heat.HottestKeys(3))
            Console.WriteLine($"{key.PartitionKey} took {key.PeakWriteUnits} units in its busiest second");

        // end
        var hottest = engine.Heat.HottestKeys(3);
        Assert.Equal(
            ["TENANT#giant#000", "TENANT#giant#001", "TENANT#giant#002"],
            hottest.Select(static key => key.PartitionKey).Order(StringComparer.Ordinal));
        Assert.All(hottest, static key => Assert.InRange(key.PeakWriteUnits, 500, 1000));

        // example: query
        var newest = await events.Query(AuditEvent.Partition("giant")).Descending().Limit(10).ToListAsync(ct);
        var one = await events.GetAsync(AuditEvent.Key("giant", newest[0].Id), cancellationToken: ct);
        // end

        Assert.Equal(newest[0], one);
        Assert.Equal(newest.OrderByDescending(static found => found.Id, StringComparer.Ordinal), newest);
        Assert.Equal(9600, await events.Query(AuditEvent.Partition("giant")).CountAsync(ct));
    }
}
