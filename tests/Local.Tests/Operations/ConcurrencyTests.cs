using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

public sealed class ConcurrencyTests
{
    private const int Tasks = 8;

    [Fact]
    public async Task Increments_FromManyTasks_AllCount()
    {
        using var engine = await Engine.WithTableAsync();

        await RunAsync(async _ =>
        {
            for (var i = 0; i < 250; i++)
            {
                await engine.OkAsync("UpdateItem", """
                    {"TableName":"tab","Key":{"p":{"S":"counter"}},"UpdateExpression":"ADD n :one",
                     "ExpressionAttributeValues":{":one":{"N":"1"}}}
                    """);
            }
        });

        var item = await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"counter"}}}""");
        Assert.Equal($"{Tasks * 250}", item.GetProperty("Item").GetProperty("n").GetProperty("N").GetString());
    }

    [Fact]
    public async Task ConditionalPuts_OfOneKey_HaveOneWinner()
    {
        using var engine = await Engine.WithTableAsync();
        var winners = 0;

        await RunAsync(async _ =>
        {
            for (var i = 0; i < 100; i++)
            {
                var (status, _) = await engine.CallAsync("PutItem", $$"""
                    {"TableName":"tab","Item":{"p":{"S":"{{i}}"} },"ConditionExpression":"attribute_not_exists(p)"}
                    """);
                if (status == 200)
                    Interlocked.Increment(ref winners);
            }
        });

        Assert.Equal(100, winners);
    }

    [Fact]
    public async Task Transfers_WhileReadersLook_NeverChangeTheSum()
    {
        using var engine = await Engine.WithTableAsync();
        for (var i = 0; i < 5; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{i}}"},"n":{"N":"100"} } }""");

        await RunAsync(async task =>
        {
            var random = new Random(task);
            for (var i = 0; i < 150; i++)
            {
                if (task % 2 == 0)
                    await TransferAsync(engine, random.Next(5), random.Next(5), random.Next(150));
                else
                    Assert.Equal(500, await SumAsync(engine));
            }
        });

        Assert.Equal(500, await SumAsync(engine));
    }

    private static async Task TransferAsync(LocalDynamo engine, int from, int to, int amount)
    {
        var (status, answer) = await engine.CallAsync("TransactWriteItems", $$"""
            {"TransactItems":[
             {"Update":{"TableName":"tab","Key":{"p":{"S":"{{from}}"} },"UpdateExpression":"SET n = n - :a",
              "ConditionExpression":"n >= :a","ExpressionAttributeValues":{":a":{"N":"{{amount}}"} } } },
             {"Update":{"TableName":"tab","Key":{"p":{"S":"{{to}}"} },"UpdateExpression":"SET n = n + :a",
              "ExpressionAttributeValues":{":a":{"N":"{{amount}}"} } } }]}
            """);
        var expected = from == to
            ? "Transaction request cannot include multiple operations on one item"
            : "Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]";
        if (status != 200)
            Assert.Contains(expected, answer.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<int> SumAsync(LocalDynamo engine)
    {
        var gets = string.Join(',', Enumerable.Range(0, 5).Select(static i => $$"""
            {"Get":{"TableName":"tab","Key":{"p":{"S":"{{i}}"} } } }
            """));
        var read = await engine.OkAsync("TransactGetItems", $$"""{"TransactItems":[{{gets}}]}""");
        var scan = await engine.OkAsync("Scan", """{"TableName":"tab"}""");
        var scanned = scan.GetProperty("Items").EnumerateArray().Sum(NumberOf);
        Assert.Equal(500, scanned);
        return read.GetProperty("Responses").EnumerateArray().Sum(static response => NumberOf(response.GetProperty("Item")));
    }

    private static int NumberOf(JsonElement item) => int.Parse(item.GetProperty("n").GetProperty("N").GetString()!, null);

    private static Task RunAsync(Func<int, Task> body) =>
        Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(() => body(task))));
}
