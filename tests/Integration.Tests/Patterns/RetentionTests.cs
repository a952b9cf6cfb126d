using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Times to live with durations.</summary>
public sealed class RetentionTests : PatternTests
{
    private static readonly DateTimeOffset StartSecond = DateTimeOffset.FromUnixTimeSeconds(Start.ToUnixTimeSeconds());

    private DynamoTable<Trace> Traces => Db.Table<Trace>();

    private DynamoTable<Login> Logins => Db.Table<Login>();

    private DynamoTable<Binned> Files => Db.Table<Binned>();

    [Fact]
    public async Task Creation_SetsTheTime_InTheItemAndInMemory()
    {
        var trace = new Trace { Id = "1" };
        await Traces.CreateAsync(trace, Ct);
        Assert.Equal(StartSecond.AddDays(30), trace.ExpiresAt);
        Assert.Equal(StartSecond.AddDays(30), (await TraceAsync("1"))!.ExpiresAt);

        var put = new Trace { Id = "2" };
        await Traces.PutAsync(put, Ct);
        Assert.Equal(StartSecond.AddDays(30), put.ExpiresAt);

        var login = new Login("1");
        await Db.BatchWriteAsync([Logins.Put(login)], Ct);
        Assert.Equal(StartSecond.AddMinutes(90).ToUnixTimeSeconds(), (long?)login.Until);
        Clock.Advance(TimeSpan.FromMinutes(91));
        Assert.Null(await Logins.GetAsync(Login.Key("1"), true, Ct));
    }

    [Fact]
    public async Task GivenTime_IsKept()
    {
        var trace = new Trace { Id = "1", ExpiresAt = StartSecond.AddDays(1) };
        await Traces.CreateAsync(trace, Ct);
        Assert.Equal(StartSecond.AddDays(1), (await TraceAsync("1"))!.ExpiresAt);
    }

    [Fact]
    public async Task FailedWrite_SetsNothingInMemory()
    {
        await Traces.CreateAsync(new Trace { Id = "1" }, Ct);
        var trace = new Trace { Id = "1" };
        await Assert.ThrowsAnyAsync<Exception>(() => Traces.CreateAsync(trace, Ct));
        Assert.Null(trace.ExpiresAt);
    }

    [Fact]
    public async Task Restored_DoesNotExpireAgain()
    {
        await Traces.CreateAsync(new Trace { Id = "1" }, Ct);
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Null(await TraceAsync("1"));
        var restored = (await Traces.RestoreAsync(Trace.Key("1"), Ct))!;
        Assert.Null(restored.ExpiresAt);

        // It was created before, so a put does not take it for a new one.
        restored.Text = "kept";
        await Traces.PutAsync(restored, Ct);
        Assert.Equal((null, "kept"), ((await TraceAsync("1"))!.ExpiresAt, (await TraceAsync("1"))!.Text));

        // An item that is gone does not come back as a stump.
        Assert.Null(await Traces.RestoreAsync(Trace.Key("2"), Ct));
        Assert.Null(await TraceAsync("2"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Logins.RestoreAsync(Login.Key("1"), Ct));
        Assert.Contains("[CreatedAt]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacement_IsNotACreation()
    {
        var login = new Login("1");
        await Logins.CreateAsync(login, Ct);
        await Logins.Put(new Login("1")).IfExists().ExecuteAsync(Ct);
        Assert.Null((await Logins.GetAsync(Login.Key("1"), true, Ct))!.Until);
    }

    [Fact]
    public async Task OnDemand_ExpiresWhenMarked_AndCanBeRestored()
    {
        await Files.PutAsync(new Binned { Id = "1" }, Ct);
        Assert.Null((await Files.GetAsync(Binned.Key("1"), true, Ct))!.Deletes);
        var marked = await Files.ExpireAsync(Binned.Key("1"), Ct);
        Assert.Equal(StartSecond.AddDays(7).UtcDateTime, marked!.Deletes);
        Clock.Advance(TimeSpan.FromDays(8));
        Assert.Null(await Files.ExpireAsync(Binned.Key("1"), Ct));
        Assert.Null((await Files.RestoreAsync(Binned.Key("1"), Ct))!.Deletes);
        Assert.NotNull(await Files.GetAsync(Binned.Key("1"), true, Ct));
    }

    [Fact]
    public async Task Options_GiveTheDuration()
    {
        using var client = Client(TimeSpan.FromDays(7));
        await client.Table<Trace>().CreateAsync(new Trace { Id = "1" }, Ct);
        Assert.Equal(StartSecond.AddDays(7), (await TraceAsync("1"))!.ExpiresAt);
        Assert.Throws<ArgumentException>(() => Client(TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => Client(TimeSpan.FromDays(-1)));
    }

    [Fact]
    public async Task Options_KeepForEver()
    {
        await Traces.CreateAsync(new Trace { Id = "old" }, Ct);
        await Traces.CreateAsync(new Trace { Id = "restored" }, Ct);
        await Traces.RestoreAsync(Trace.Key("restored"), Ct);
        using var client = Client(Timeout.InfiniteTimeSpan);
        var traces = client.Table<Trace>();

        var trace = new Trace { Id = "1" };
        await traces.CreateAsync(trace, Ct);
        Assert.Null(trace.ExpiresAt);
        Assert.Null((await TraceAsync("1"))!.ExpiresAt);
        Assert.Null(traces.GetExpirationTime());

        // The sweep brings it to items that exist; no update for those that already are kept, also if it looks at them.
        Assert.NotNull((await TraceAsync("old"))!.ExpiresAt);
        var result = await traces.ApplyRetentionAsync(found => found.CreatedAt, includesKept: true, cancellationToken: Ct);
        Assert.Equal((3, 1, 0), (result.Scanned, result.Changed, result.Skipped));
        Assert.Null((await TraceAsync("old"))!.ExpiresAt);
    }

    [Fact]
    public async Task OnDemand_KeptForEver_IsNotMarked()
    {
        await Files.PutAsync(new Binned { Id = "1" }, Ct);
        await Files.ExpireAsync(Binned.Key("1"), Ct);
        using var client = new DynamoClient(
            new Undisposed(Engine),
            new DynamoClientOptions { TimeProvider = Clock, Retention = { ["bin"] = Timeout.InfiniteTimeSpan } });
        var files = client.Table<Binned>();
        Assert.Null((await files.ExpireAsync(Binned.Key("1"), Ct))!.Deletes);
        Assert.Null((await Files.GetAsync(Binned.Key("1"), true, Ct))!.Deletes);
        Assert.Null(await files.ExpireAsync(Binned.Key("2"), Ct));
        Assert.Null(await Files.GetAsync(Binned.Key("2"), true, Ct));
    }

    [Fact]
    public async Task ExpirationTime_IsThatOfAMarkedItem()
    {
        Assert.Equal(Start.AddDays(7), Files.GetExpirationTime());
        await Files.PutAsync(new Binned { Id = "1" }, Ct);
        await Files.Update(Binned.Key("1")).Set(f => f.Deletes, Files.GetExpirationTime()!.Value.UtcDateTime).ExecuteAsync(Ct);
        Assert.Equal(StartSecond.AddDays(7).UtcDateTime, (await Files.GetAsync(Binned.Key("1"), true, Ct))!.Deletes);
    }

    [Fact]
    public async Task Sweep_BringsANewDurationToItemsThatExist_WhereverItIsStopped()
    {
        for (var i = 0; i < 40; i++)
        {
            await Traces.CreateAsync(new Trace { Id = $"{i}" }, Ct);
            Clock.Advance(TimeSpan.FromHours(1));
        }

        await Traces.RestoreAsync(Trace.Key("7"), Ct);
        using var client = Client(TimeSpan.FromDays(90));
        var traces = client.Table<Trace>();
        string? next = null;
        var (calls, changed) = (0, 0L);
        do
        {
            var result = await traces.ApplyRetentionAsync(
                trace => trace.CreatedAt, new SweepOptions { From = next, PageSize = 3, MaxCapacityUnits = 5 }, cancellationToken: Ct);
            (next, calls, changed) = (result.Next, calls + 1, changed + result.Changed);
            Assert.InRange(result.CapacityUnits, 0.5, 9);
        }
        while (next is not null);

        Assert.InRange(calls, 5, 20);
        Assert.Equal(39, changed);
        foreach (var trace in await Traces.Scan().ToListAsync(Ct))
        {
            Assert.Equal(
                trace.Id == "7" ? null : DateTimeOffset.FromUnixTimeSeconds(trace.CreatedAt.AddDays(90).ToUnixTimeSeconds()),
                trace.ExpiresAt);
        }

        // Again: nothing is left to change.
        Assert.Equal(0, (await traces.ApplyRetentionAsync(trace => trace.CreatedAt, cancellationToken: Ct)).Changed);
        Assert.Equal(1, (await traces.ApplyRetentionAsync(trace => trace.CreatedAt, includesKept: true, cancellationToken: Ct)).Changed);
    }

    [Fact]
    public async Task Sweep_WaitsForItsRate()
    {
        for (var i = 0; i < 10; i++)
            await Traces.CreateAsync(new Trace { Id = $"{i}" }, Ct);
        using var client = Client(TimeSpan.FromDays(90));
        var sweep = client.Table<Trace>().ApplyRetentionAsync(
            trace => trace.CreatedAt, new SweepOptions { PageSize = 5, CapacityUnitsPerSecond = 1 }, cancellationToken: Ct);
        while (!sweep.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Ct);
        }

        var result = await sweep;
        Assert.Equal(10, result.Changed);
        Assert.True(Clock.GetUtcNow() - Start >= TimeSpan.FromSeconds(result.CapacityUnits - 1));
    }

    [Fact]
    public async Task Sweep_LeavesWhatChangesMeanwhile()
    {
        await Traces.CreateAsync(new Trace { Id = "1" }, Ct);
        using var client = Client(TimeSpan.FromDays(90));
        var result = await client.Table<Trace>().ApplyRetentionAsync(
            trace =>
            {
                Traces.RestoreAsync(Trace.Key("1"), Ct).GetAwaiter().GetResult();
                return trace.CreatedAt;
            },
            cancellationToken: Ct);
        Assert.Equal((0, 1), (result.Changed, result.Skipped));
        Assert.Null((await TraceAsync("1"))!.ExpiresAt);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Trace>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Login>()), Ct);
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Binned>()), Ct);
    }

    private Task<Trace?> TraceAsync(string id) => Traces.GetAsync(Trace.Key(id), true, Ct).AsTask();

    private DynamoClient Client(TimeSpan duration) =>
        new(new Undisposed(Engine), new DynamoClientOptions { TimeProvider = Clock, Retention = { ["trace"] = duration } });
}
