using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Access;

public sealed class IndexTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Shop> Shops => db.Table<Shop>();

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shop>()), Ct);
        string[] cities = ["Bern", "Basel"];
        string[] kinds = ["books", "food"];
        var shops = Enumerable.Range(0, 40).Select(i => new Shop
        {
            Chain = "a#b",
            Number = i - 20,
            Name = $"shop {i:00}",
            City = cities[i % 2],
            Kind = kinds[i / 2 % 2],
            Opened = new DateOnly(2000 + i, 1, 1),
            Owner = i % 10 == 0 ? "me" : null,
            Turnover = i - 20.5,
        });
        (await db.BatchWriteAsync(shops.Select(Shops.Put), Ct)).ThrowIfIncomplete();
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ItemCollections_OfATableWithALocalIndex_TellTheirSizes()
    {
        var shop = new Shop { Chain = "c", Number = 1, Name = "a" };
        var options = new BatchWriteOptions { ReturnItemCollectionMetrics = true };
        var batch = await db.BatchWriteAsync(Enumerable.Range(0, 30).Select(i => Shops.Put(shop with { Number = i })), options, Ct);
        Assert.All(batch.ItemCollectionMetrics["shops"], one => Assert.Equal(KeyValue.Of("SHOP#c"), one.Partition));
        Assert.Equal(2, batch.ItemCollectionMetrics["shops"].Count);

        var update = await Shops.Update(Shop.Key("c", 1)).Set(s => s.Turnover, 2).ReturnUpdatedNew()
            .ReturnConsumedCapacity().ReturnItemCollectionMetrics().ExecuteAsync<Sales>(Ct);
        Assert.Equal((2, "shops"), (update.Item!.Turnover, update.ConsumedCapacity!.TableName));
        Assert.Equal(KeyValue.Of("SHOP#c"), update.ItemCollectionMetrics!.Partition);
    }

    [Fact]
    public async Task KeyOfSeveralAttributes_TakesAllOfThePartitionAndTheLeftOfTheSortKey()
    {
        Assert.Equal(20, await Shops.Query(Shop.Index.ByPlace("ch", "Bern")).CountAsync(Ct));
        Assert.Equal(10, await Shops.Query(Shop.Index.ByPlace("ch", "Bern"), Shop.Index.ByPlaceSortKey.EqualTo("books")).CountAsync(Ct));
        var shops = await Shops.Query(
            Shop.Index.ByPlace("ch", "Bern"), Shop.Index.ByPlaceSortKey.AtLeast("books", new DateOnly(2030, 1, 1))).ToListAsync(Ct);
        Assert.Equal([2032, 2036], shops.Select(shop => shop.Opened.Year));
    }

    [Fact]
    public async Task KeyOfSeveralAttributes_IsPagedThrough()
    {
        List<int> years = [];
        await foreach (var page in Shops.Query(Shop.Index.ByPlace("ch", "Basel")).Limit(3).PagesAsync(cancellationToken: Ct))
            years.AddRange(page.Items.Select(shop => shop.Opened.Year));
        Assert.Equal(20, years.Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2049)]
    public async Task KeyThatTheIndexRefuses_IsNamedBeforeSending(int length)
    {
        var value = new string('x', length);
        var shop = new Shop { Chain = "c", Number = 1, Name = "n", Owner = value };
        var put = await Assert.ThrowsAsync<InvalidAttributeValueException>(() => Shops.PutAsync(shop, Ct));
        var update = await Assert.ThrowsAsync<InvalidAttributeValueException>(
            () => Shops.Update(Shop.Key("c", 1)).Set(s => s.Owner, value).ExecuteAsync(Ct));
        Assert.Equal(put.Message, update.Message);
        Assert.Contains("'owner' is a key of index 'byOwner'", put.Message, StringComparison.Ordinal);
        Assert.Null(await Shops.GetAsync(Shop.Key("c", 1), cancellationToken: Ct));
    }

    [Fact]
    public async Task SparseIndex_HoldsOnlyItemsThatHaveTheMember()
    {
        Assert.Equal(4, await Shops.Query(Shop.Index.ByOwner("me")).CountAsync(Ct));
        Assert.Equal(0, await Shops.Query(Shop.Index.ByOwner("nobody")).CountAsync(Ct));
    }

    [Fact]
    public async Task IndexOfKeysOnly_ReadAsTheWholeType_NamesWhatIsMissing()
    {
        var error = await Assert.ThrowsAsync<ItemFormatException>(() => Shops.Query(Shop.Index.ByOwner("me")).ToListAsync(Ct));
        Assert.Equal(typeof(Shop), error.ItemType);
    }

    [Fact]
    public async Task IndexWithAPartOfTheAttributes_IsReadAsASmallerType()
    {
        var top = await Shops.Query(Shop.Index.ByKind("food"), Shop.Index.ByKindSortKey.GreaterThan(10))
            .Descending().Limit(2).As<ShopName>().ToListAsync(Ct);
        Assert.Equal(["shop 39", "shop 38"], top.Select(shop => shop.Name));
    }

    [Fact]
    public async Task IndexWithAPartOfTheAttributes_ReadAsATypeWithOthers_IsRefusedBeforeSending()
    {
        var error = Assert.Throws<ArgumentException>(() => Shops.Query(Shop.Index.ByOwner("me")).As<ShopName>());
        Assert.StartsWith("The index 'byOwner' does not hold the attribute 'name' of ShopName", error.Message, StringComparison.Ordinal);

        // A local index gets it from the table.
        Assert.Equal(40, (await Shops.Query(Shop.Index.ByName("a#b")).As<ShopName>().ToListAsync(Ct)).Count);
    }

    [Fact]
    public async Task LocalIndex_IsReadConsistently()
    {
        var shops = await Shops.Query(Shop.Index.ByName("a#b"), Shop.Index.ByNameSortKey.StartsWith("shop 1"))
            .ConsistentRead().ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(10, 10).Select(i => $"shop {i}"), shops.Select(shop => shop.Name));
    }

    [Fact]
    public void GlobalIndex_IsNotReadConsistently() =>
        Assert.Throws<InvalidOperationException>(() => Shops.Query(Shop.Index.ByOwner("me")).ConsistentRead());

    [Fact]
    public async Task NumberInTheSortKey_SortsAsANumber()
    {
        var shops = await Shops.Query(Shop.Partition("a#b"), Shop.SortKey.Between(-2, 2)).ToListAsync(Ct);
        Assert.Equal([-2, -1, 0, 1, 2], shops.Select(shop => shop.Number));
    }
}
