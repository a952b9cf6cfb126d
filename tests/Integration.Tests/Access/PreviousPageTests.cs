using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>
/// Random walks over the pages of random queries: wherever a walk is, the page before and the page after it are what they are in a list of
/// all items. Types share the partition and the index, and index keys are equal, so the service cannot tell which items are of the type.
/// </summary>
public sealed class PreviousPageTests : IAsyncLifetime
{
    private const int Items = 120;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Purchase> Orders => db.Table<Purchase>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTablesAsync(TableDefinition.ForAll([TableModel.Of<Purchase>(), TableModel.Of<PurchaseLine>()]), Ct);
        var random = new Random(8);
        var puts = Enumerable.Range(0, Items).Select(IWriteOperation (i) => random.Next(3) == 0
            ? Orders.Put(new Purchase { CustomerId = "c", OrderId = $"{i:000}", Day = "today", Total = random.Next(10) })
            : db.Table<PurchaseLine>().Put(
                new PurchaseLine { CustomerId = "c", OrderId = $"{i:000}", No = random.Next(3), Day = "today", Quantity = 1 }));
        (await db.BatchWriteAsync(puts, Ct)).ThrowIfIncomplete();
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Walk_ToAndFro_MissesNothingAndRepeatsNothing(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            int? limit = random.Next(4) == 0 ? null : random.Next(1, 9);
            int? size = limit is null || random.Next(2) == 0 ? random.Next(1, 9) : null;
            var (min, isDescending) = (random.Next(2) == 0 ? 0 : random.Next(8), random.Next(2) == 0);
            var kinds = new ItemKinds<object>().Add<Purchase>().Add<PurchaseLine>();
            switch (random.Next(4))
            {
                case 0:
                    await WalkAsync(() => Table(), limit, random);
                    break;
                case 1:
                    await WalkAsync(() => Index(), limit, random);
                    break;
                case 2:
                    await WalkAsync(() => Table().As<PurchaseTotal>(), limit, random);
                    break;
                default:
                    await WalkAsync(() => Index().As(kinds), limit, random);
                    break;
            }

            Query<Purchase> Table()
            {
                var query = Orders.Query(Purchase.Partition("c"));
                query = min > 0 ? query.Where(o => o.Total >= min) : query;
                query = limit is { } items ? query.Limit(items) : query;
                query = size is { } evaluated ? query.PageSize(evaluated) : query;
                return isDescending ? query.Descending() : query;
            }

            IndexQuery<Purchase, Purchase.ByDayAttributes> Index()
            {
                var query = Orders.Query(Purchase.Index.ByDay("today"));
                query = min > 0 ? query.Where(o => o.Total >= min) : query;
                query = limit is { } items ? query.Limit(items) : query;
                query = size is { } evaluated ? query.PageSize(evaluated) : query;
                return isDescending ? query.Descending() : query;
            }
        }
    }

    [Fact]
    public async Task PageBefore_ItemsThatAreGone_IsEmptyAndLeadsToTheFirstPage()
    {
        var first = await Orders.Query(Purchase.Partition("c")).Limit(2).GetPageAsync(cancellationToken: Ct);
        var second = await Orders.Query(Purchase.Partition("c")).Limit(2).GetPageAsync(first.Next, Ct);
        foreach (var order in first.Items)
            await Orders.DeleteAsync(order, Ct);

        var before = await Orders.Query(Purchase.Partition("c")).Limit(2).GetPageAsync(second.Previous, Ct);
        Assert.Empty(before.Items);
        Assert.Null(before.Previous);
        var again = await Orders.Query(Purchase.Partition("c")).Limit(2).GetPageAsync(before.Next, Ct);
        Assert.Equal(second.Items, again.Items);
        Assert.Null(again.Previous);
    }

    [Fact]
    public async Task PageAfter_ItemsThatAreGone_IsEmptyAndLeadsToTheLastPage()
    {
        var all = await Orders.Query(Purchase.Partition("c")).ToListAsync(Ct);
        var first = await Orders.Query(Purchase.Partition("c")).Limit(all.Count - 2).GetPageAsync(cancellationToken: Ct);
        foreach (var order in all[^2..])
            await Orders.DeleteAsync(order, Ct);
        var lines = db.Table<PurchaseLine>();
        await db.BatchWriteAsync((await lines.Query(PurchaseLine.Partition("c")).ToListAsync(Ct)).Select(lines.Delete), Ct);

        var after = await Orders.Query(Purchase.Partition("c")).Limit(3).GetPageAsync(first.Next, Ct);
        Assert.Empty(after.Items);
        Assert.Null(after.Next);
        var last = await Orders.Query(Purchase.Partition("c")).Limit(3).GetPageAsync(after.Previous, Ct);
        Assert.Equal(all[^5..^2], last.Items);
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task Scan_HasNoPageBefore()
    {
        var first = await Orders.Scan().Limit(3).GetPageAsync(cancellationToken: Ct);
        Assert.Null((await Orders.Scan().Limit(3).GetPageAsync(first.Next, Ct)).Previous);
    }

    [Fact]
    public async Task Pages_FromAPageBefore_GoOnToTheEnd()
    {
        var all = await Orders.Query(Purchase.Partition("c")).ToListAsync(Ct);
        var first = await Orders.Query(Purchase.Partition("c")).Limit(4).GetPageAsync(cancellationToken: Ct);
        var second = await Orders.Query(Purchase.Partition("c")).Limit(4).GetPageAsync(first.Next, Ct);
        List<Purchase> read = [];
        await foreach (var page in Orders.Query(Purchase.Partition("c")).Limit(4).PagesAsync(second.Previous, Ct))
            read.AddRange(page.Items);
        Assert.Equal(all, read);
    }

    /// <summary>Walks 60 steps, and compares each page with its place in the list of all items.</summary>
    private static async Task WalkAsync<T>(Func<ItemSequence<T>> query, int? limit, Random random)
    {
        List<T> all = [];
        await foreach (var page in query().PagesAsync(cancellationToken: Ct))
            all.AddRange(page.Items);

        var current = await query().GetPageAsync(cancellationToken: Ct);
        var (start, end) = (0, current.Items.Count);
        for (var step = 0; step < 60; step++)
        {
            Assert.Equal(all[start..end], current.Items);
            Assert.True(current.Next is not null || end == all.Count);
            Assert.True(current.Previous is not null || start == 0);
            if (limit is { } items)
                Assert.True(current.Items.Count == items || current.Next is null || current.Previous is null);

            var isForward = current.Previous is null || (current.Next is not null && random.Next(2) == 0);
            if ((isForward ? current.Next : current.Previous) is not { } token)
                return;

            current = await query().GetPageAsync(PageToken.Parse(token.ToString()), Ct);
            (start, end) = isForward ? (end, end + current.Items.Count) : (start - current.Items.Count, start);
            Assert.True(start >= 0 && end <= all.Count);
        }
    }
}
