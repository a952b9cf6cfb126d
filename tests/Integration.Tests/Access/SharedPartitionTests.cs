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
    public async Task Any_AndSingle_IgnoreNeighbours()
    {
        Assert.False(await Orders.Query(Purchase.Partition("c"), Purchase.SortKey.StartsWith("3")).AnyAsync(Ct));
        await Lines.PutAsync(Line("3", 1), Ct);
        await Lines.PutAsync(Line("3", 2), Ct);
        var third = Orders.Query(Purchase.Partition("c"), Purchase.SortKey.StartsWith("3"));
        Assert.False(await third.AnyAsync(Ct));
        Assert.Null(await third.SingleOrDefaultAsync(Ct));

        await Orders.CreateAsync(Order("3"), Ct);
        third = Orders.Query(Purchase.Partition("c"), Purchase.SortKey.StartsWith("3"));
        Assert.True(await third.AnyAsync(Ct));
        Assert.Equal(Order("3"), await third.SingleOrDefaultAsync(Ct));
        await Orders.DeleteAsync(Order("3"), Ct);
        Assert.Equal(2, await Lines.Query(PurchaseLine.Partition("c"), PurchaseLine.SortKey.StartsWith("3")).CountAsync(Ct));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    [InlineData(null, 2)]
    public async Task PagesBefore_HoldTheSameItems(int? limit, int? pageSize)
    {
        var forward = await PagesAsync(static page => page.Next, null);
        var last = forward[^1];
        List<Page<Purchase>> backward = last.Previous is null ? [] : await PagesAsync(static page => page.Previous, last.Previous);
        var items = Enumerable.Reverse(backward).SelectMany(page => page.Items).Concat(last.Items).ToList();
        Assert.Equal(await Orders.Query(Purchase.Partition("c")).ToListAsync(Ct), items);

        async Task<List<Page<Purchase>>> PagesAsync(Func<Page<Purchase>, PageToken?> onward, PageToken? at)
        {
            List<Page<Purchase>> pages = [];
            do
            {
                var query = Orders.Query(Purchase.Partition("c"));
                if (limit is { } most)
                    query.Limit(most);
                if (pageSize is { } size)
                    query.PageSize(size);
                pages.Add(await query.GetPageAsync(at, Ct));
                at = onward(pages[^1]);
            }
            while (at is not null);

            return pages;
        }
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
