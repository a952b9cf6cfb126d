using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Faults;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Counters;

public sealed class CounterTests : IAsyncLifetime
{
    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly DynamoClient db;

    public CounterTests() => db = new DynamoClient(engine);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DynamoTable<WebPage> Pages => db.Table<WebPage>();

    private Counter<WebPage, long> Views => Pages.Counter(WebPage.Key("a#b"), WebPage.Counters.Views);

    public async ValueTask InitializeAsync() => await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<WebPage>()), Ct);

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Adds_OfManyWriters_AreAllCounted()
    {
        Assert.Equal(0, await Views.GetAsync(cancellationToken: Ct));
        await Parallel.ForAsync(0, 500, Ct, async (i, token) => await Views.AddAsync(i % 3, token));
        await Pages.Counter(WebPage.Key("a"), WebPage.Counters.Views).AddAsync(1000, Ct);
        await Pages.Counter(WebPage.Key("a#b"), WebPage.Counters.Earned).AddAsync(0.1m, Ct);
        Assert.Equal(Enumerable.Range(0, 500).Sum(i => i % 3), await Views.GetAsync(consistentRead: true, Ct));
        await Views.AddAsync(-99, Ct);
        Assert.Equal(400, await Views.GetAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task Items_AreOfNoType_AndTheMemberIsNotStored()
    {
        await Pages.PutAsync(new WebPage { Url = "a#b", Views = 7 }, Ct);
        for (var i = 0; i < 40; i++)
            await Views.AddAsync(1, Ct);
        await Pages.Counter(WebPage.Key("a#b"), WebPage.Counters.Earned).AddAsync(2.5m, Ct);
        var page = Assert.Single(await Pages.Scan().ToListAsync(Ct));
        Assert.Single(await Pages.Query(WebPage.Partition("a#b")).ToListAsync(Ct));
        Assert.Equal(1, await Pages.Scan().CountAsync(Ct));
        Assert.Equal(0, page.Views);

        await Pages.LoadCountersAsync(page, cancellationToken: Ct);
        Assert.Equal((40, 2.5m), (page.Views, page.Earned));
        await Pages.DeleteAsync(page, Ct);
        Assert.Equal(40, await Views.GetAsync(cancellationToken: Ct));
        await Views.DeleteAsync(Ct);
        await Pages.LoadCountersAsync(page, cancellationToken: Ct);
        Assert.Equal((0, 2.5m), (page.Views, page.Earned));
    }

    [Fact]
    public async Task Add_IsPartOfATransaction()
    {
        await db.TransactWriteAsync([Pages.Put(new WebPage { Url = "a#b" }).IfNotExists(), Views.Add(5)], Ct);
        await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => db.TransactWriteAsync([Pages.Put(new WebPage { Url = "a#b" }).IfNotExists(), Views.Add(5)], Ct));
        Assert.Equal(5, await Views.GetAsync(cancellationToken: Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => db.BatchWriteAsync([Views.Add(5)], Ct));
    }

    [Fact]
    public async Task AddOnce_CountsOnce_WhateverIsLost()
    {
        var losses = 0;
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        await using var proxy = await FaultyProxy.StartAsync(
            server.Endpoint, () => losses > 0 && losses-- > 0 ? Fault.ErrorAfter : Fault.None);
        using var client = new DynamoClient(new DynamoClientOptions { ServiceEndpoint = proxy.Endpoint });
        var views = client.Table<WebPage>().Counter(WebPage.Key("a#b"), WebPage.Counters.Views);

        losses = 1;
        await views.AddOnceAsync(1, "event-1", Ct);
        await views.AddOnceAsync(1, "event-1", Ct);
        await views.AddOnceAsync(1, "event-2", Ct);
        Assert.Equal((0, 2), (losses, await views.GetAsync(cancellationToken: Ct)));
        await Assert.ThrowsAsync<IdempotentParameterMismatchException>(() => views.AddOnceAsync(3, "event-2", Ct));

        // Without a token, a lost response counts twice: that is why there is one.
        losses = 1;
        await views.AddAsync(1, Ct);
        Assert.Equal(4, await views.GetAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task Costs_AreThoseOfOneSmallItem_AndOfOneQuery()
    {
        var options = new TransactWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total };
        var used = await db.TransactWriteAsync([Views.Add(1)], options, Ct);
        Assert.Equal(2, used.ConsumedCapacity.Single().CapacityUnits);
        for (var i = 0; i < 300; i++)
            await Views.AddAsync(1, Ct);
        Assert.Equal(
            8, (await Pages.Scan().As(new ItemKinds<object>().Add<WebPage>()).GetPageAsync(cancellationToken: Ct)).ScannedCount);
    }

    [Fact]
    public async Task ValueThatDoesNotFit_IsAnError()
    {
        await Views.AddAsync(long.MaxValue, Ct);
        await Views.AddAsync(long.MaxValue, Ct);
        await Assert.ThrowsAsync<OverflowException>(() => Views.GetAsync(cancellationToken: Ct));
    }
}
