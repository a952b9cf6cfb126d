using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>The attributes of flattened types in expressions.</summary>
public sealed class FlattenTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task FlattenedAttributes_AreUpdatedAndFiltered()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shipment>()), Ct);
        var shipments = db.Table<Shipment>();
        var shipment = new Shipment
        {
            Sent = DateTimeOffset.UnixEpoch,
            Number = TimeSpan.FromSeconds(1),
            Sender = new Address("a", "Bern") { Position = new(1, 2) },
            Receiver = new Address("b", "Basel") { Position = new(3, 4) },
            Expires = DateTime.UtcNow.AddDays(1),
        };
        await shipments.PutAsync(shipment, Ct);

        var moved = await shipments.Update(Shipment.Key(shipment.Sent, shipment.Number))
            .Set(s => s.Sender.City, "Thun")
            .Set(s => s.Receiver.City, "Chur")
            .Add(s => s.Receiver.Position.X, 10)
            .If(s => s.Sender.City == "Bern" & s.Receiver.City == "Basel" & s.Seen.X.NotExists())
            .ReturnNew()
            .ExecuteAsync(Ct);

        Assert.Equal(new Address("a", "Thun") { Position = new(1, 2) }, moved.Item!.Sender);
        Assert.Equal(new Address("b", "Chur") { Position = new(13, 4) }, moved.Item.Receiver);
        Assert.Single(await shipments.Scan().Where(s => s.Receiver.Position.X == 13 & s.Sender.Position.X == 1).ToListAsync(Ct));
        Assert.Empty(await shipments.Scan().Where(s => s.Receiver.City == "Thun").ToListAsync(Ct));
    }

    /// <summary>Its attributes are those of the map around it, which would be replaced or removed as a whole.</summary>
    [Fact]
    public async Task FlattenedType_AsAnAttribute_IsRefused()
    {
        using var db = new DynamoClient(LocalDynamo.InMemory());
        var shipments = db.Table<Shipment>();
        Update<Shipment> Update() => shipments.Update(Shipment.Key(DateTimeOffset.UnixEpoch, TimeSpan.Zero));

        var inMap = Assert.Throws<InvalidOperationException>(() => Update().Set(s => s.Billing.Position, new Position(1, 2)));
        Assert.Equal("A flattened type has no attribute of its own in 'billing'. Name its members individually.", inMap.Message);
        var inItem = Assert.Throws<InvalidOperationException>(() => Update().Remove(s => s.Sender));
        Assert.Equal("A flattened type has no attribute of its own in the item. Name its members individually.", inItem.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shipments.Scan().Where(s => s.Billing.Position.Exists()).ToListAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Update().Set(s => s.Label, "x").If(s => s.Receiver.EqualTo(new Address("a", null))).ExecuteAsync(Ct));
    }
}
