using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Types of one table whose keys begin alike: each read returns items of its own type only.</summary>
public sealed class SharedPartitionTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());
    private readonly Purchase[] orders = [Order("1"), Order("2"), Order("2#ITEM#1"), Order("%")];

    private DynamoTable<Purchase> Orders => db.Table<Purchase>();

    private DynamoTable<PurchaseLine> Lines => db.Table<PurchaseLine>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Purchase>(), TableModel.Of<PurchaseLine>()), Ct);
        foreach (var order in orders)
            await Orders.PutAsync(order, Ct);
        for (var no = 1; no <= 5; no++)
            await Lines.PutAsync(Line("1", no), Ct);
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Query_ReturnsOnlyItsOwnType()
    {
        Assert.Equal(orders.ToHashSet(), (await Orders.Query(Purchase.Partition("c")).ToListAsync(Ct)).ToHashSet());
        Assert.Equal(5, (await Lines.Query(PurchaseLine.Partition("c")).ToListAsync(Ct)).Count);
        Assert.Equal(Order("2#ITEM#1"), await Orders.Query(Purchase.Partition("c")).Descending().FirstOrDefaultAsync(Ct));
    }

    [Fact]
    public async Task Count_CountsOnlyItsOwnType()
    {
        Assert.Equal(4, await Orders.Query(Purchase.Partition("c")).CountAsync(Ct));
        Assert.Equal(4, await Orders.Scan().CountAsync(Ct));
        Assert.Equal(4, await Orders.Query(Purchase.Index.ByDay("today")).CountAsync(Ct));
        Assert.Equal(5, await Lines.Scan().InParallel(3).CountAsync(Ct));
        Assert.Equal(3, await Orders.Query(Purchase.Partition("c")).Limit(3).CountAsync(Ct));
    }

    [Fact]
    public async Task Limit_CountsOnlyItemsOfItsOwnType()
    {
        Assert.Equal(3, (await Orders.Query(Purchase.Partition("c")).Limit(3).ToListAsync(Ct)).Count);
        var page = await Orders.Query(Purchase.Partition("c")).Limit(2).GetPageAsync(null, Ct);
        var rest = await Orders.Query(Purchase.Partition("c")).GetPageAsync(page.Next, Ct);
        Assert.Equal((2, 2), (page.Items.Count, rest.Items.Count));
    }

    [Fact]
    public async Task Index_ReturnsOnlyItsOwnType()
    {
        Assert.Equal(orders.ToHashSet(), (await Orders.Query(Purchase.Index.ByDay("today")).ToListAsync(Ct)).ToHashSet());
        Assert.Equal(5, (await Lines.Query(PurchaseLine.Index.ByDay("today")).ToListAsync(Ct)).Count);
    }

    [Fact]
    public async Task SmallerType_IsReadFromItsOwnItemsOnly() =>
        Assert.Equal(4, (await Orders.Scan().As<PurchaseTotal>().ToListAsync(Ct)).Count);

    [Fact]
    public async Task Kinds_AreToldApart()
    {
        var kinds = new ItemKinds<object>().Add<Purchase>().Add<PurchaseLine>();
        var all = await Orders.Query(Purchase.Partition("c")).As(kinds).ToListAsync(Ct);
        Assert.Equal((4, 5), (all.OfType<Purchase>().Count(), all.OfType<PurchaseLine>().Count()));
        Assert.Equal(9, await Orders.Query(Purchase.Partition("c")).As(kinds).CountAsync(Ct));
    }

    [Fact]
    public async Task Key_OfAnotherType_IsRefusedBeforeSending()
    {
        var key = new ItemKey<Purchase>(KeyValue.Of("CUSTOMER#c"), KeyValue.Of("ORDER#1#ITEM#10000000001"));
        var error = await Assert.ThrowsAsync<InvalidAttributeValueException>(async () => await Orders.GetAsync(key, cancellationToken: Ct));
        Assert.Contains("not a key of Purchase", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task View_ReadsAndUpdatesTheItemsOfTheOtherType()
    {
        var totals = db.Table<PurchaseTotal>();
        await totals.Update(PurchaseTotal.Key("c", "1")).Set(t => t.Total, 7).ExecuteAsync(Ct);
        Assert.Equal(7, (await Orders.GetAsync(Purchase.Key("c", "1"), cancellationToken: Ct))!.Total);
        Assert.Equal(4, (await totals.Query(PurchaseTotal.Partition("c")).ToListAsync(Ct)).Count);
    }

    [Fact]
    public async Task View_CannotBePut()
    {
        var total = new PurchaseTotal { Customer = "c", Order = "1" };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => db.Table<PurchaseTotal>().PutAsync(total, Ct));
        Assert.Contains("is a view of Purchase", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => db.Table<PurchaseTotal>().Put(total));
    }

    private static Purchase Order(string id) => new() { CustomerId = "c", OrderId = id, Day = "today" };

    private static PurchaseLine Line(string order, int no) =>
        new() { CustomerId = "c", OrderId = order, No = no, Day = "today", Quantity = no };
}
