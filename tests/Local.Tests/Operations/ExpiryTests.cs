using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Operations;

public sealed class ExpiryTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Sweep_ItemsOfAllAges_DeletesThoseExpiredByTheDelay()
    {
        using var engine = await StartAsync(TimeSpan.FromMinutes(5));
        await PutAsync(engine, "future", time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds());
        await PutAsync(engine, "recent", time.GetUtcNow().AddMinutes(-4).ToUnixTimeSeconds());
        await PutAsync(engine, "expired", time.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds());
        await PutAsync(engine, "ancient", time.GetUtcNow().AddYears(-6).ToUnixTimeSeconds());
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"text"},"ttl":{"S":"0"}}}""");

        var first = engine.DeleteExpired();
        var kept = await KeysAsync(engine);
        time.Advance(TimeSpan.FromMinutes(10));
        var second = engine.DeleteExpired();

        Assert.Equal(1, first);
        Assert.Equal(["ancient", "future", "recent", "text"], kept);
        Assert.Equal(2, second);
        Assert.Equal(["ancient", "text"], await KeysAsync(engine));
    }

    [Fact]
    public async Task Sweep_ExpiryTakenAwayOrTurnedOff_KeepsTheItem()
    {
        using var engine = await StartAsync(TimeSpan.Zero);
        await PutAsync(engine, "a", time.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds());
        await PutAsync(engine, "b", time.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds());
        await engine.OkAsync("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"}},"UpdateExpression":"REMOVE #t","ExpressionAttributeNames":{"#t":"ttl"}}
            """);
        time.Advance(TimeSpan.FromSeconds(10));
        await engine.OkAsync("UpdateTimeToLive", """
            {"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":false}}
            """);

        var off = engine.DeleteExpired();
        await engine.OkAsync("UpdateTimeToLive", """
            {"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}
            """);
        var on = engine.DeleteExpired();

        Assert.Equal(0, off);
        Assert.Equal(1, on);
        Assert.Equal(["a"], await KeysAsync(engine));
    }

    [Fact]
    public async Task Engine_LeftAlone_DeletesExpiredItemsItself()
    {
        using var engine = LocalDynamo.InMemory(new() { ExpiryInterval = TimeSpan.FromMilliseconds(20) });
        await CreateAsync(engine);
        await PutAsync(engine, "a", DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds());

        // As long as it takes on a busy machine: only an engine that never deletes runs into the limit.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while ((await KeysAsync(engine)).Count > 0)
            await Task.Delay(20, limit.Token);
    }

    private async Task<LocalDynamo> StartAsync(TimeSpan delay)
    {
        var engine = LocalDynamo.InMemory(new() { TimeProvider = time, ExpiryDelay = delay, ExpiryInterval = Timeout.InfiniteTimeSpan });
        await CreateAsync(engine);
        return engine;
    }

    private static async Task CreateAsync(LocalDynamo engine)
    {
        await engine.CreateTableAsync();
        await engine.OkAsync("UpdateTimeToLive", """
            {"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}
            """);
    }

    private static Task PutAsync(LocalDynamo engine, string key, long expiry) =>
        engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"},"ttl":{"N":"{{expiry}}"} } }""");

    private static async Task<List<string>> KeysAsync(LocalDynamo engine)
    {
        var answer = await engine.OkAsync("Scan", """{"TableName":"tab"}""");
        return
        [
            .. answer.GetProperty("Items").EnumerateArray()
                .Select(static item => item.GetProperty("p").GetProperty("S").GetString()!)
                .Order(StringComparer.Ordinal),
        ];
    }
}
