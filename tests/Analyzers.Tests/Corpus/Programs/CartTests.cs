using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.DynamoDBv2.Model;
using Corpus.Carts;
using DynamoToolkit;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using Xunit;

namespace Corpus.Programs.CartTests;

/// <summary>Tests as programs have them: the engine in memory, a client for each test, and refusals that are expected.</summary>
public sealed class CartTests : IAsyncLifetime
{
    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    private DynamoTable<Cart> Carts => db.Table<Cart>();

    private DynamoTable<CartLine> Lines => db.Table<CartLine>();

    public async ValueTask InitializeAsync() =>
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shopper>(), TableModel.Of<Cart>(), TableModel.Of<CartLine>()));

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Cart_ThatAnotherRequestHasChanged_IsNotReplaced()
    {
        var shopper = Guid.NewGuid();
        var cart = new Cart { ShopperId = shopper };
        await Carts.CreateAsync(cart);
        var other = await Carts.GetAsync(Cart.Key(shopper), consistentRead: true);
        other!.CouponCode = "SPRING";
        await Carts.PutAsync(other);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Carts.PutAsync(cart));
    }

    [Fact]
    public async Task Lines_OfACart_AreInTheirOrder()
    {
        var shopper = Guid.NewGuid();
        foreach (var sku in new[] { "c", "a", "b" })
        {
            await Lines.Update(CartLine.Key(shopper, sku))
                .Add(line => line.Quantity, 1)
                .Set(line => line.Title, sku)
                .Set(line => line.UnitPrice, 1)
                .ExecuteAsync();
        }

        var found = await Lines.Query(CartLine.Partition(shopper)).ToListAsync();
        Assert.Equal(["a", "b", "c"], found.ConvertAll(line => line.Sku));
    }

    [Fact]
    public async Task Line_ThatIsThere_IsNotCreatedAgain()
    {
        var line = new CartLine { ShopperId = Guid.NewGuid(), Sku = "1", Title = "One", Quantity = 1, UnitPrice = 2, Options = ["gift"] };
        await Lines.CreateAsync(line);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Lines.CreateAsync(line, CancellationToken.None));
        Assert.Equal(2, (await Lines.GetAsync(CartLine.Key(line.ShopperId, line.Sku)))?.UnitPrice);
    }
}
