using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Items whose time is over are not returned, whether or not the service has deleted them. A struct is an item, too.</summary>
internal static class Expiry
{
    public static async Task RunAsync(DynamoClient db)
    {
        var baskets = db.Table<Basket>();
        var kept = new Basket
        {
            Customer = Guid.NewGuid(),
            Total = 25m,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 3600)
        };
        var over = new Basket { Customer = Guid.NewGuid(), Total = 10m, ExpiresAt = DateTimeOffset.UtcNow.AddHours(-1) };
        await baskets.PutAsync(kept);
        await baskets.PutAsync(over);

        Expect.Equal(kept, await baskets.GetAsync(Basket.Key(kept.Customer)));
        var result = await baskets.Get(Basket.Key(over.Customer)).ExecuteAsync();
        Expect.True(!result.HasItem);
        Expect.True((await baskets.Get(Basket.Key(over.Customer)).ConsistentRead().IncludeExpired().ExecuteAsync()).HasItem);
        Expect.Equal(2, (await baskets.Scan().IncludeExpired().ToListAsync()).Count);
        Expect.Equal(1, (await baskets.Scan().ToListAsync()).Count);
    }
}
