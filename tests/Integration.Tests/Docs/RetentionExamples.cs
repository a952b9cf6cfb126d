using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/retention.md</c> run; a test compares them with the page.</summary>
public sealed class RetentionExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_ExpireAndAreRestored()
    {
        var traces = Db.Table<Trace>();
        var files = Db.Table<Binned>();

        // example: create
        var trace = new Trace { Id = "1" };
        await traces.CreateAsync(trace, ct);                            // trace.ExpiresAt is in 30 days
        await traces.CreateAsync(new Trace { Id = "2", ExpiresAt = Clock.GetUtcNow().AddDays(1) }, ct);     // a time of its own
        // end
        Assert.NotNull(trace.ExpiresAt);

        // example: restore
        var restored = await traces.RestoreAsync(Trace.Key("1"), ct);   // removes the attribute; null if the item is gone
        await traces.PutAsync(restored!, ct);                           // it was created before, so it still does not expire
        // end
        Assert.Null((await traces.GetAsync(Trace.Key("1"), true, ct))!.ExpiresAt);

        // example: expire
        await files.PutAsync(new Binned { Id = "1" }, ct);              // kept for ever
        await files.ExpireAsync(Binned.Key("1"), ct);                   // expires in a week
        await files.RestoreAsync(Binned.Key("1"), ct);
        // end

        // example: expiration-time
        await files.Update(Binned.Key("1")).Set(f => f.Deletes, files.GetExpirationTime()?.UtcDateTime).ExecuteAsync(ct);
        // end
        Assert.NotNull((await files.GetAsync(Binned.Key("1"), true, ct))!.Deletes);
    }

    [Fact]
    public async Task Policies_ComeFromOptions_AndReachOlderItems()
    {
        var transport = new Undisposed(Engine);

        // The sweep waits, so it needs a clock that goes on; and the item is not older than that.
        var clock = TimeProvider.System;
        using (var earlier = new DynamoClient(transport, new DynamoClientOptions { TimeProvider = clock }))
            await earlier.Table<Trace>().CreateAsync(new Trace { Id = "1" }, ct);

        // example: options
        using var client = new DynamoClient(transport, new DynamoClientOptions
        {
            TimeProvider = clock,
            Retention = { ["trace"] = TimeSpan.FromDays(90) },
        });
        // end

        string? stored = null;
        var changed = 0L;

        // example: sweep
        do
        {
            var result = await client.Table<Trace>().ApplyRetentionAsync(
                trace => trace.CreatedAt,
                new SweepOptions { From = stored, MaxCapacityUnits = 10_000, CapacityUnitsPerSecond = 50 },
                cancellationToken: ct);
            stored = result.Next;                                       // keep it, to continue after a restart
            changed += result.Changed;
        }
        while (stored is not null);
        // end
        Assert.Equal(1, changed);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Trace>()), ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Binned>()), ct);
    }
}
