using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>A view of orders, which share their partition and the beginning of their sort keys with lines.</summary>
public sealed class ViewTests : IAsyncLifetime
{
    private const int Orders = 6;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<PurchaseTotal> Totals => db.Table<PurchaseTotal>();

    private DynamoTable<PurchaseLine> Lines => db.Table<PurchaseLine>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTablesAsync(
            TableDefinition.ForAll([TableModel.Of<PurchaseTotal>(), TableModel.Of<PurchaseLine>(), TableModel.Of<Purchase>()]), Ct);
        for (var i = 0; i < Orders; i++)
        {
            await db.Table<Purchase>().PutAsync(new Purchase { CustomerId = "c", OrderId = $"{i}", Day = "today", Total = i }, Ct);
            for (var no = 1; no <= 3; no++)
                await Lines.PutAsync(new PurchaseLine { CustomerId = "c", OrderId = $"{i}", No = no, Day = "today" }, Ct);
        }
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 3)]
    [InlineData(4, 1)]
    [InlineData(null, 2)]
    public async Task PagesBefore_AreThePagesAfterReversed(int? limit, int? pageSize)
    {
        List<Page<PurchaseTotal>> after = [await PageAsync(null)];
        while (after[^1].Next is { } next)
            after.Add(await PageAsync(next));
        var totals = Enumerable.Range(0, Orders).Select(Total).ToList();
        Assert.Equal(totals, after.SelectMany(static page => page.Items));

        List<Page<PurchaseTotal>> before = [after[^1]];
        while (before[^1].Previous is { } previous)
            before.Add(await PageAsync(previous));
        Assert.Equal(Enumerable.Reverse(totals), before.SelectMany(static page => page.Items.Reverse()));

        Task<Page<PurchaseTotal>> PageAsync(PageToken? at)
        {
            var query = Totals.Query(PurchaseTotal.Partition("c"));
            query = limit is { } items ? query.Limit(items) : query;
            query = pageSize is { } evaluated ? query.PageSize(evaluated) : query;
            return query.GetPageAsync(at, Ct);
        }
    }

    [Fact]
    public async Task Any_AndSingle_IgnoreLines()
    {
        Assert.Equal(Total(2), await Order("2").SingleOrDefaultAsync(Ct));
        Assert.True(await Order("2").AnyAsync(Ct));
        await Totals.DeleteAsync(Total(2), Ct);
        Assert.Null(await Order("2").SingleOrDefaultAsync(Ct));
        Assert.False(await Order("2").AnyAsync(Ct));
        Assert.Equal(3, await Lines.Query(PurchaseLine.Partition("c"), PurchaseLine.SortKey.StartsWith("2")).CountAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Totals.Query(PurchaseTotal.Partition("c")).SingleOrDefaultAsync(Ct));
    }

    [Fact]
    public async Task View_CannotBeCreated()
    {
        var total = new PurchaseTotal { Customer = "c", Order = "new", Total = 1 };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Totals.CreateAsync(total, Ct));
        Assert.Contains("is a view of Purchase", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Totals.Put(total).IfNotExists());
        Assert.Throws<InvalidOperationException>(() => Totals.Put(total).Preview());
        Assert.Throws<InvalidOperationException>(() => db.PreviewTransactWrite([Totals.Put(total)]));
        Assert.Null(await db.Table<Purchase>().GetAsync(Purchase.Key("c", "new"), consistentRead: true, Ct));
    }

    [Fact]
    public async Task Update_OfAnItemThatMustExist_CreatesNone()
    {
        await Totals.Update(PurchaseTotal.Key("c", "1")).Set(t => t.Total, 70).IfExists().ExecuteAsync(Ct);
        Assert.Equal(70, (await db.Table<Purchase>().GetAsync(Purchase.Key("c", "1"), consistentRead: true, Ct))!.Total);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Totals.Update(PurchaseTotal.Key("c", "new")).Set(t => t.Total, 70).IfExists().ExecuteAsync(Ct));
        Assert.Equal(Orders, await Totals.Scan().CountAsync(Ct));
    }

    private Query<PurchaseTotal> Order(string id) =>
        Totals.Query(PurchaseTotal.Partition("c"), PurchaseTotal.SortKey.StartsWith(id));

    private static PurchaseTotal Total(int order) => new() { Customer = "c", Order = $"{order}", Total = order };
}
