using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Borders;
using DynamoToolkit.Wire;

namespace AotShop.Steps;

/// <summary>
/// Families, custom converters, flattened types, attributes that no member reads; and the same items as dictionaries and as text.
/// </summary>
internal static class Mappings
{
    public static async Task RunAsync(DynamoClient db)
    {
        var delivery = new Delivery
        {
            Number = 1,
            Payment = new CardPayment("1234") { Total = new Money(12.50m, "EUR") },
            Prices = new() { [Format.Paperback] = [new Money(5m, "EUR"), null] },
            To = new Address("Korenmarkt 1", "Ghent"),
            From = new Address("Broadway 1", "New York"),
        };
        var collection = new Collection("Corner")
        {
            Number = 2,
            Payment = new Invoice(new DateOnly(2026, 12, 1)) { Total = new Money(3m, "USD") }
        };
        var orders = db.Table<Order>();
        (await db.BatchWriteAsync([orders.Put(delivery), db.Table<Collection>().Put(collection)])).ThrowIfIncomplete();

        IsSame(delivery, (Delivery)(await orders.GetAsync(Order.Key(1)))!);
        IsSame(collection, (Collection)(await orders.GetAsync(Order.Key(2)))!);
        Expect.Equal(1L, await db.Table<Delivery>().Scan().Where(d => d.To.City == "Ghent" & d.From.City == "New York").CountAsync());
        Expect.Equal(2, (await orders.Scan().ToListAsync()).Count);

        await KeepsExtraAsync(db, orders, delivery);
        CrossesBorders(delivery);
    }

    private static async Task KeepsExtraAsync(DynamoClient db, DynamoTable<Order> orders, Delivery delivery)
    {
        var map = delivery.ToAttributeMap();
        map["giftText"] = new Amazon.DynamoDBv2.Model.AttributeValue("for you");
        var newer = Delivery.FromAttributeMap(map);
        await orders.PutAsync(newer);
        var read = (await orders.GetAsync(Order.Key(1)))!;
        Expect.True(read.Extra.TryGet<string, StringConverter>("giftText", out var text) && text == "for you");
        Expect.Equal(newer.Extra, read.Extra);
        (await db.BatchWriteAsync([orders.Delete(Order.Key(1)), orders.Delete(Order.Key(2))])).ThrowIfIncomplete();
    }

    private static void CrossesBorders(Delivery delivery)
    {
        IsSame(delivery, Delivery.FromAttributeMap(delivery.ToAttributeMap()));
        IsSame(delivery, DynamoJson.Deserialize<Delivery>(DynamoJson.Serialize(delivery)));
        IsSame(delivery, (Delivery)DynamoJson.Deserialize<Order>(DynamoJson.SerializeToUtf8Bytes<Order>(delivery)));
        Expect.Equal("12.50 EUR", delivery.Payment.ToAttributeMap()["total"].S);
    }

    /// <summary>The same text of DynamoDB is the same item.</summary>
    private static void IsSame<T>(T expected, T actual)
        where T : IDynamoMap<T> => Expect.Equal(DynamoJson.Serialize(expected), DynamoJson.Serialize(actual));
}
