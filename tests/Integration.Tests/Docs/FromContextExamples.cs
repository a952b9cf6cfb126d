using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Integration.Tests.Docs.FromContext;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>
/// The examples of <c>docs/coming-from-dynamodbcontext.md</c>, with the AWS SDK's own <c>DynamoDBContext</c> on the other side: each reads
/// what the other one wrote.
/// </summary>
public sealed class FromContextExamples : IAsyncLifetime
{
    private static readonly DateTime Placed = new(2026, 11, 28, 10, 0, 0, 123, DateTimeKind.Utc);
    private static readonly Guid Reference = new("00112233-4455-6677-8899-aabbccddeeff");

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;
    private LocalDynamoServer? server;
    private AmazonDynamoDBClient? sdk;
    private DynamoDBContext? context;

    public async ValueTask InitializeAsync()
    {
        server = await LocalDynamoServer.StartAsync(engine);
        sdk = new AmazonDynamoDBClient(
            new BasicAWSCredentials("key", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = server.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" });
        context = new DynamoDBContextBuilder().WithDynamoDBClient(() => sdk).Build();
        var db = new DynamoClient(engine);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Order>()), ct);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<SharedOrder>()), ct);
    }

    public async ValueTask DisposeAsync()
    {
        context?.Dispose();
        sdk?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
        engine.Dispose();
    }

    [Fact]
    public async Task ItemsOfDynamoDBContext_AreReadByTheToolkit()
    {
        await context!.SaveAsync(Full(), ct);
        await context.SaveAsync(new ContextOrder { CustomerId = "c1", PlacedAt = Placed.AddDays(1) }, ct);
        var (db, placedAt) = (new DynamoClient(engine), Placed);

        // example: read
        var orders = db.Table<Order>();
        Order? order = await orders.GetAsync(Order.Key("c1", placedAt), cancellationToken: ct);
        List<Order> all = await orders.Query(Order.Partition("c1")).ToListAsync(ct);
        // end

        var raw = await RawAsync(
            "Orders", new() { ["CustomerId"] = new() { S = "c1" }, ["PlacedAt"] = new() { S = "2026-11-28T10:00:00.123Z" } });
        Assert.Equal(("1", "1"), (raw["IsPaid"].N, raw["state"].N));
        Assert.Equal(["a", "b"], raw["Tags"].SS);
        Assert.Equal(
            (OrderState.Shipped, true, "n", "w1", Reference, Placed, DateTimeKind.Utc),
            (order!.Status, order.IsPaid, order.Note, order.Warehouse, order.Reference, order.PlacedAt, order.PlacedAt.Kind));
        Assert.Equal(0, order.Version);
        Assert.Equal(["a", "b"], order.Tags.Order());
        Assert.Equal(("s", 1.50m, true), (order.Lines[0].Sku, order.Lines[0].Price, order.Lines[0].IsGift));
        Assert.Equal(2, all.Count);
        Assert.Equal(("", 0, 0, false, null), (all[1].Note, all[1].Tags.Count, all[1].Lines.Count, all[1].IsPaid, all[1].Reference));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItemsOfTheToolkit_AreReadByDynamoDBContext(bool afterContext)
    {
        if (afterContext)
            await context!.SaveAsync(Full(), ct);
        var order = new Order
        {
            CustomerId = "c1",
            PlacedAt = Placed,
            Status = OrderState.Shipped,
            IsPaid = true,
            Note = "other",
            Tags = ["x", "y"],
            Lines = [new OrderLine { Sku = "s", Price = 2.5m, IsGift = true }],
            Reference = Reference,
        };
        await new DynamoClient(engine).Table<Order>().PutAsync(order, ct);

        var read = await context!.LoadAsync<ContextOrder>("c1", Placed, ct);

        Assert.Equal(
            (OrderState.Shipped, true, "other", null, Reference),
            (read.Status, read.IsPaid, read.Note, read.Warehouse, read.Reference));
        Assert.Equal(["x", "y"], read.Tags);
        Assert.Equal(("s", 2.5m, true), (read.Lines[0].Sku, read.Lines[0].Price, read.Lines[0].IsGift));
    }

    [Fact]
    public async Task Writes_StoresExactlyWhatDynamoDBContextStores()
    {
        var changed = Placed.AddTicks(4567);
        await new DynamoClient(engine).Table<SharedOrder>().PutAsync(
            new SharedOrder { CustomerId = "1", IsPaid = true, Status = OrderState.Shipped, ChangedAt = changed, Tags = ["a", "b"] }, ct);
        await context!.SaveAsync(
            new ContextSharedOrder { CustomerId = "2", IsPaid = true, Status = OrderState.Shipped, ChangedAt = changed, Tags = ["a", "b"] },
            ct);

        var (own, its) = (await SharedAsync("1"), await SharedAsync("2"));

        Assert.Equal(its, own);
        Assert.Equal("ChangedAt=2026-11-28T10:00:00.123Z IsPaid=1 Status=1 Tags=a,b", own);
        var table = new DynamoClient(engine).Table<SharedOrder>();
        var paid = await table.Scan().Where(o => o.IsPaid == true).Where(o => o.Status == OrderState.Shipped).ToListAsync(ct);
        Assert.Equal(["1", "2"], paid.Select(order => order.CustomerId).Order());
        Assert.Equal(2, await table.Scan().Where(o => o.Tags.Contains("b") && !o.Tags.Contains("c")).CountAsync(ct));
        await table.Update(SharedOrder.Key("1")).If(o => o.Tags.Contains("a")).Set(o => o.Tags, ["c"]).ExecuteAsync(ct);
        Assert.Equal("2", (await table.Scan().Where(o => !o.Tags.Contains("c")).SingleOrDefaultAsync(ct))!.CustomerId);
    }

    private static ContextOrder Full() => new()
    {
        CustomerId = "c1",
        PlacedAt = Placed,
        Status = OrderState.Shipped,
        IsSelected = true,
        Warehouse = "w1",
        IsPaid = true,
        Note = "n",
        Tags = ["a", "b"],
        Lines = [new ContextLine { Sku = "s", Price = 1.50m, IsGift = true }],
        Reference = Reference,
    };

    private async Task<string> SharedAsync(string id)
    {
        var item = await RawAsync("SharedOrders", new() { ["CustomerId"] = new() { S = id } });
        return string.Join(' ', item
            .Where(attribute => attribute.Key != "CustomerId")
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => $"{attribute.Key}={TextOf(attribute.Value)}"));
    }

    private static string TextOf(AttributeValue value) => value.S ?? value.N ?? string.Join(',', value.SS.Order());

    private async Task<Dictionary<string, AttributeValue>> RawAsync(string table, Dictionary<string, AttributeValue> key) =>
        (await sdk!.GetItemAsync(table, key, ct)).Item;
}
