using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Indexes that are built while others write have exactly the items of the table.</summary>
public sealed class IndexBuildTests
{
    private const int Items = 3000;
    private const int Rounds = 6;

    [Fact]
    public async Task UpdateTable_NewIndexWhileOthersWrite_HasEveryItem()
    {
        using var engine = await FilledAsync();
        var ends = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(seed => Task.Run(() => WriteAsync(engine, seed, ends.Token))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            await engine.OkAsync("UpdateTable", $$$"""
                {"TableName":"tab","AttributeDefinitions":[{"AttributeName":"g","AttributeType":"N"}],"GlobalSecondaryIndexUpdates":[
                 {"Create":{"IndexName":"glo{{{round}}}","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
                  "Projection":{"ProjectionType":"ALL"} } }]}
                """);
        }

        await ends.CancelAsync();
        await Task.WhenAll(writers);

        var expected = (await ScanAsync(engine, "")).Where(static item => item.Contains("\"g\"", StringComparison.Ordinal)).ToList();
        for (var round = 0; round < Rounds; round++)
            Assert.Equal(expected, await ScanAsync(engine, $",\"IndexName\":\"glo{round}\""));
    }

    [Fact]
    public async Task UpdateTimeToLive_WhileOthersWrite_FindsEveryExpiredItem()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var engine = await FilledAsync();
            var ends = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 3).Select(seed => Task.Run(() => WriteAsync(engine, seed, ends.Token))).ToArray();
            await engine.OkAsync("UpdateTimeToLive", """
                {"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}}
                """);
            await ends.CancelAsync();
            await Task.WhenAll(writers);

            var expired = (await ScanAsync(engine, "")).Count(static item => item.Contains("\"ttl\"", StringComparison.Ordinal));
            Assert.Equal(expired, engine.DeleteExpired());
        }
    }

    // Every item has the attributes g and ttl, or neither.
    private static async Task WriteAsync(LocalDynamo engine, int seed, CancellationToken end)
    {
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            var key = random.Next(Items);
            if (random.Next(4) == 0)
                await engine.OkAsync("DeleteItem", $$"""{"TableName":"tab","Key":{"p":{"S":"k{{key}}"} } }""");
            else
                await PutAsync(engine, key, random.Next(3) == 0 ? null : random.Next(50));
        }
    }

    private static async Task<LocalDynamo> FilledAsync()
    {
        var engine = LocalDynamo.InMemory(new() { ExpiryInterval = Timeout.InfiniteTimeSpan });
        await engine.CreateTableAsync();
        for (var key = 0; key < Items; key++)
            await PutAsync(engine, key, key % 50);
        return engine;
    }

    private static Task PutAsync(LocalDynamo engine, int key, int? group)
    {
        var indexed = group is null ? "" : $$$""","g":{"N":"{{{group}}}"},"ttl":{"N":"{{{1_700_000_000 + group}}}"}""";
        return engine.OkAsync("PutItem", $$$"""{"TableName":"tab","Item":{"p":{"S":"k{{{key}}}"}{{{indexed}}} } }""");
    }

    private static async Task<List<string>> ScanAsync(LocalDynamo engine, string index)
    {
        var items = new List<string>();
        for (var start = ""; ;)
        {
            var page = await engine.OkAsync("Scan", $$"""{"TableName":"tab"{{index}}{{start}} }""");
            items.AddRange(page.GetProperty("Items").EnumerateArray().Select(static item => item.GetRawText()));
            if (!page.TryGetProperty("LastEvaluatedKey", out JsonElement last))
                return [.. items.Order(StringComparer.Ordinal)];
            start = $",\"ExclusiveStartKey\":{last.GetRawText()}";
        }
    }
}
