using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Streams;

public sealed class StreamRecordTests
{
    [Theory]
    [InlineData("NEW_AND_OLD_IMAGES", "INSERT a >1", "MODIFY a 1>2", "REMOVE a 2>")]
    [InlineData("NEW_IMAGE", "INSERT a >1", "MODIFY a >2", "REMOVE a >")]
    [InlineData("OLD_IMAGE", "INSERT a >", "MODIFY a 1>", "REMOVE a 2>")]
    [InlineData("KEYS_ONLY", "INSERT a >", "MODIFY a >", "REMOVE a >")]
    public async Task View_OfEveryEvent_ShowsItsImages(string view, params string[] expected)
    {
        using var engine = await Engine.WithTableAsync();
        await engine.EnableStreamAsync(view);
        await engine.PutAsync("a", 1);
        await engine.PutAsync("a", 2);
        await engine.OkAsync("DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"a"}}}""");

        var records = await engine.RecordsAsync(await engine.StreamArnAsync());

        Assert.Equal(expected, records.Select(StreamRequests.Summary));
        Assert.All(records, record => Assert.Equal(view, record.GetProperty("dynamodb").GetProperty("StreamViewType").GetString()));
        Assert.All(records, static record => Assert.False(record.TryGetProperty("userIdentity", out _)));
        Assert.Equal(3, records.Select(static record => record.GetProperty("eventID").GetString()).Distinct().Count());
        var sequences = records.Select(StreamRequests.Sequence).ToList();
        Assert.Equal(sequences.Order(StringComparer.Ordinal), sequences);
        Assert.All(sequences, static sequence => Assert.InRange(sequence.Length, 21, 40));
    }

    [Fact]
    public async Task Record_OfAnUpdate_HasSizeTimeAndVersion()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 900, TimeSpan.Zero));
        using var engine = LocalDynamo.InMemory(new() { TimeProvider = time });
        await engine.CreateTableAsync();
        await engine.EnableStreamAsync();
        await engine.PutAsync("key", 12345);

        var record = Assert.Single(await engine.RecordsAsync(await engine.StreamArnAsync()));

        // The key p=key takes 4 bytes; the item has it and n, whose five digits take 4 bytes.
        Assert.Equal(4 + 4 + 1 + 4, record.GetProperty("dynamodb").GetProperty("SizeBytes").GetInt32());
        Assert.Equal(
            time.GetUtcNow().ToUnixTimeSeconds(), record.GetProperty("dynamodb").GetProperty("ApproximateCreationDateTime").GetInt64());
        Assert.Equal("aws:dynamodb", record.GetProperty("eventSource").GetString());
        Assert.Equal("1.1", record.GetProperty("eventVersion").GetString());
    }

    [Fact]
    public async Task Writes_ThatChangeNothing_HaveNoRecord()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.EnableStreamAsync();
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"1"},"s":{"SS":["x","y"]}}}""");

        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"s":{"SS":["y","x"]},"n":{"N":"1.0"},"p":{"S":"a"}}}""");
        await engine.OkAsync("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"}},"UpdateExpression":"SET n = :n REMOVE nothing",
             "ExpressionAttributeValues":{":n":{"N":"1"}}}
            """);
        await engine.OkAsync("DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"missing"}}}""");
        await engine.FailAsync("PutItem", """
            {"TableName":"tab","Item":{"p":{"S":"a"}},"ConditionExpression":"attribute_not_exists(p)"}
            """);

        Assert.Equal(["INSERT a >1"], (await engine.RecordsAsync(await engine.StreamArnAsync())).Select(StreamRequests.Summary));
    }

    [Fact]
    public async Task TransactionsAndBatches_HaveTheRecordsOfWhatTheyWrote()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.EnableStreamAsync();

        // The first action of this transaction succeeds before the second one fails.
        await engine.FailAsync("TransactWriteItems", """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"lost"},"n":{"N":"1"}}}},
             {"ConditionCheck":{"TableName":"tab","Key":{"p":{"S":"b"}},"ConditionExpression":"attribute_exists(p)"}}]}
            """);
        await engine.OkAsync("TransactWriteItems", """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"1"}}}},
             {"Put":{"TableName":"tab","Item":{"p":{"S":"b"},"n":{"N":"2"}}}}]}
            """);
        await engine.OkAsync("BatchWriteItem", """
            {"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"c"},"n":{"N":"3"}}}},{"DeleteRequest":{"Key":{"p":{"S":"a"}}}}]}}
            """);

        Assert.Equal(
            ["INSERT a >1", "INSERT b >2", "INSERT c >3", "REMOVE a 1>"],
            (await engine.RecordsAsync(await engine.StreamArnAsync())).Select(StreamRequests.Summary));
    }

    [Fact]
    public async Task Expiry_IsTheServicesDeletion()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var engine = LocalDynamo.InMemory(new() { TimeProvider = time, ExpiryInterval = Timeout.InfiniteTimeSpan });
        await engine.CreateTableAsync();
        await engine.OkAsync("UpdateTimeToLive", """{"TableName":"tab","TimeToLiveSpecification":{"AttributeName":"n","Enabled":true}}""");
        await engine.EnableStreamAsync();
        await engine.PutAsync("a", (int)time.GetUtcNow().ToUnixTimeSeconds() - 10);

        engine.DeleteExpired();

        var removal = (await engine.RecordsAsync(await engine.StreamArnAsync()))[^1];
        Assert.StartsWith("REMOVE a", StreamRequests.Summary(removal), StringComparison.Ordinal);
        Assert.Equal("dynamodb.amazonaws.com", removal.GetProperty("userIdentity").GetProperty("PrincipalId").GetString());
        Assert.Equal("Service", removal.GetProperty("userIdentity").GetProperty("Type").GetString());
    }
}
