using System.Globalization;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Heat;

/// <summary>What the engine refuses when it throttles like the service.</summary>
public sealed class ThrottlingTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Writes_OfOneKey_AreHeldAtAThousandUnitsASecond()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();

        var (throttled, all) = await kit.DriveAsync(1200, FiveSeconds, "PutItem", static _ => HeatKit.Put("hot"));

        // Five seconds' units and the one second that the partition had saved.
        Assert.InRange(throttled, 0, 5);
        Assert.Equal(6000, all);
        (throttled, all) = await kit.DriveAsync(1200, FiveSeconds, "PutItem", static _ => HeatKit.Put("hot"));
        Assert.InRange(throttled, 990, 1010);
    }

    [Fact]
    public async Task Writes_OfManyKeys_ShareTheTablesUnits()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();

        var (throttled, _) = await kit.DriveAsync(3000, FiveSeconds, "PutItem", static i => HeatKit.Put($"k{i}"));
        Assert.Equal(0, throttled);

        var (status, error) = (200, default(System.Text.Json.JsonElement));
        for (var i = 0; status == 200; i++)
            (status, error) = await kit.Engine.CallAsync("PutItem", HeatKit.Put($"k{i}"));
        Assert.Equal(400, status);
        Assert.Contains("Exceeded", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_NamesTheTableAndTheReason()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionWriteUnits = 1 });
        await kit.Engine.CreateTableAsync();
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("hot"));

        var (status, error) = await kit.Engine.CallAsync("PutItem", HeatKit.Put("hot"));

        Assert.Equal(400, status);
        Assert.EndsWith("#ProvisionedThroughputExceededException", error.GetProperty("__type").GetString(), StringComparison.Ordinal);
        var (reason, resource) = HeatKit.ReasonOf(error);
        Assert.Equal("TableWriteKeyRangeThroughputExceeded", reason);
        Assert.EndsWith(":table/tab", resource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HotIndex_RefusesTheTablesWrite()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionWriteUnits = 10 });
        await CreateWithStatusIndexAsync(kit.Engine);

        var (status, error, written) = (200, default(System.Text.Json.JsonElement), 0);
        while (status == 200)
        {
            (status, error) = await kit.Engine.CallAsync("PutItem", HeatKit.Put($"k{written}", more: ""","g":{"S":"OPEN"}"""));
            written += status == 200 ? 1 : 0;
        }

        Assert.Equal(10, written);
        var (reason, resource) = HeatKit.ReasonOf(error);
        Assert.Equal("IndexWriteKeyRangeThroughputExceeded", reason);
        Assert.EndsWith(":table/tab/index/byStatus", resource, StringComparison.Ordinal);
        var scan = await kit.Engine.OkAsync("Scan", """{"TableName":"tab","Select":"COUNT"}""");
        Assert.Equal(written, scan.GetProperty("Count").GetInt32());
        Assert.Contains(
            kit.Engine.Heat.HottestKeys(), static key => key is { IndexName: "byStatus", PartitionKey: "OPEN", ThrottledWrites: 1 });
    }

    [Fact]
    public async Task IndexEntry_ThatMoves_IsWrittenTwice()
    {
        using var kit = new HeatKit();
        await CreateWithStatusIndexAsync(kit.Engine);
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("k", more: ""","g":{"S":"OPEN"}"""));
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("k", more: ""","g":{"S":"DONE"}"""));
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("k", more: ""","g":{"S":"DONE"}"""));

        var units = kit.Engine.Heat.HottestKeys()
            .ToDictionary(static key => $"{key.IndexName}/{key.PartitionKey}", static key => key.WriteUnits);
        Assert.Equal(3, units["/k"]);
        Assert.Equal(2, units["byStatus/OPEN"]);
        Assert.Equal(1, units["byStatus/DONE"]);
    }

    [Fact]
    public async Task ProvisionedTable_KeepsFiveMinutesOfUnusedUnits()
    {
        using var kit = new HeatKit();
        await CreateProvisionedAsync(kit.Engine, 5);

        var (first, _) = await kit.DriveAsync(10, TimeSpan.FromSeconds(10), "PutItem", static i => HeatKit.Put($"k{i}"));
        Assert.InRange(first, 44, 46);
        kit.Clock.Advance(TimeSpan.FromHours(1));
        var (afterRest, all) = await kit.DriveAsync(500, TimeSpan.FromSeconds(4), "PutItem", static i => HeatKit.Put($"k{i}"));
        Assert.InRange(all - afterRest, 1500, 1525);
    }

    [Fact]
    public async Task Reads_OfOneKey_AreHeldAtThreeThousandUnits()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("hot"));
        const string Strong = """{"TableName":"tab","Key":{"p":{"S":"hot"}},"ConsistentRead":true}""";
        const string Eventual = """{"TableName":"tab","Key":{"p":{"S":"hot"}}}""";
        const string Query = """
            {"TableName":"tab","ConsistentRead":true,
             "KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"nothing"}}}
            """;

        Assert.Equal(0, (await kit.DriveAsync(5900, FiveSeconds, "GetItem", static _ => Eventual)).Throttled);
        Assert.InRange((await kit.DriveAsync(4000, FiveSeconds, "GetItem", static _ => Strong)).Throttled, 1900, 5000);
        Assert.InRange((await kit.DriveAsync(4000, FiveSeconds, "Query", static _ => Query)).Throttled, 1900, 5000);
    }

    [Fact]
    public async Task BatchWrite_ReturnsThrottledWritesAsUnprocessed_AndFailsIfAllAre()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionWriteUnits = 2 });
        await kit.Engine.CreateTableAsync("S");
        const string Batch = """
            {"RequestItems":{"tab":[
              {"PutRequest":{"Item":{"p":{"S":"hot"},"s":{"S":"1"}}}},
              {"PutRequest":{"Item":{"p":{"S":"hot"},"s":{"S":"2"}}}},
              {"DeleteRequest":{"Key":{"p":{"S":"hot"},"s":{"S":"3"}}}}]}}
            """;

        var answer = await kit.Engine.OkAsync("BatchWriteItem", Batch);
        var unprocessed = Assert.Single(answer.GetProperty("UnprocessedItems").GetProperty("tab").EnumerateArray());
        Assert.Equal("3", unprocessed.GetProperty("DeleteRequest").GetProperty("Key").GetProperty("s").GetProperty("S").GetString());

        var (type, _) = await kit.Engine.FailAsync("BatchWriteItem", Batch);
        Assert.Equal("ProvisionedThroughputExceededException", type);
    }

    [Fact]
    public async Task BatchGet_ReturnsThrottledKeysAsUnprocessed_AndFailsIfAllAre()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionReadUnits = 1 });
        await kit.Engine.CreateTableAsync("S");
        const string Batch = """
            {"RequestItems":{"tab":{"Keys":[
              {"p":{"S":"hot"},"s":{"S":"1"}},{"p":{"S":"hot"},"s":{"S":"2"}},{"p":{"S":"hot"},"s":{"S":"3"}}]}}}
            """;

        var answer = await kit.Engine.OkAsync("BatchGetItem", Batch);
        Assert.Single(answer.GetProperty("UnprocessedKeys").GetProperty("tab").GetProperty("Keys").EnumerateArray());
        var (type, _) = await kit.Engine.FailAsync("BatchGetItem", Batch);
        Assert.Equal("ProvisionedThroughputExceededException", type);
    }

    [Fact]
    public async Task Transaction_IsCancelledWithTheReason_AndWritesNothing()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionWriteUnits = 3 });
        await kit.Engine.CreateTableAsync("S");

        var (status, error) = await kit.Engine.CallAsync("TransactWriteItems", """
            {"TransactItems":[
              {"Put":{"TableName":"tab","Item":{"p":{"S":"hot"},"s":{"S":"1"}}}},
              {"Put":{"TableName":"tab","Item":{"p":{"S":"hot"},"s":{"S":"2"}}}}]}
            """);

        Assert.Equal(400, status);
        var reasons = error.GetProperty("CancellationReasons").EnumerateArray();
        var codes = reasons.Select(static reason => reason.GetProperty("Code").GetString());
        Assert.Equal(["None", "ProvisionedThroughputExceeded"], codes);
        var scan = await kit.Engine.OkAsync("Scan", """{"TableName":"tab","Select":"COUNT"}""");
        Assert.Equal(0, scan.GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task RepeatedTransaction_ConsumesReadsInsteadOfWrites()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();
        for (var i = 0; i < 2; i++)
        {
            await kit.Engine.OkAsync("TransactWriteItems", """
                {"ClientRequestToken":"once","TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"k"}}}}]}
                """);
        }

        var key = Assert.Single(kit.Engine.Heat.HottestKeys());
        Assert.Equal((2, 2), (key.WriteUnits, key.ReadUnits));
    }

    [Fact]
    public async Task WritesThatChangeNothing_ConsumeUnits()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();
        await kit.Engine.OkAsync("DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"k"}}}""");
        await kit.Engine.FailAsync("DeleteItem", """
            {"TableName":"tab","Key":{"p":{"S":"k"}},"ConditionExpression":"attribute_exists(p)"}
            """);

        Assert.Equal(2, Assert.Single(kit.Engine.Heat.HottestKeys()).WriteUnits);
    }

    [Fact]
    public async Task Scan_DividesItsUnitsAmongTheKeys()
    {
        using var kit = new HeatKit();
        await kit.Engine.CreateTableAsync();
        for (var i = 0; i < 8; i++)
            await kit.Engine.OkAsync("PutItem", HeatKit.Put(i.ToString(CultureInfo.InvariantCulture)));
        await kit.Engine.OkAsync("Scan", """{"TableName":"tab"}""");

        var keys = kit.Engine.Heat.HottestKeys();
        Assert.Equal(8, keys.Count);
        Assert.Equal(0.5, keys.Sum(static key => key.ReadUnits), precision: 9);
        Assert.Equal(0.5, Assert.Single(kit.Engine.Heat.Resources).ReadUnits, precision: 9);
    }

    [Fact]
    public async Task WithoutThrottling_TheEngineOnlyMeasures()
    {
        using var kit = new HeatKit(new HeatOptions { PartitionWriteUnits = 1 });
        await kit.Engine.CreateTableAsync();
        for (var i = 0; i < 50; i++)
            await kit.Engine.OkAsync("PutItem", HeatKit.Put("hot"));

        Assert.Equal(50, Assert.Single(kit.Engine.Heat.HottestKeys()).PeakWriteUnits);
        kit.Engine.Heat.Reset();
        Assert.Empty(kit.Engine.Heat.HottestKeys());
    }

    [Fact]
    public void Heat_ThatIsNotMeasured_IsAnError()
    {
        using var engine = LocalDynamo.InMemory();
        var error = Assert.Throws<InvalidOperationException>(() => engine.Heat);
        Assert.Contains("LocalDynamoOptions.Heat", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableThatIsCreatedAgain_BeginsAnew()
    {
        using var kit = new HeatKit(new HeatOptions { Throttle = true, PartitionWriteUnits = 1 });
        await kit.Engine.CreateTableAsync();
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("hot"));
        await kit.Engine.OkAsync("DeleteTable", """{"TableName":"tab"}""");
        await kit.Engine.CreateTableAsync();
        await kit.Engine.OkAsync("PutItem", HeatKit.Put("hot"));
        Assert.Equal(1, Assert.Single(kit.Engine.Heat.Resources).WriteUnits);
    }

    private static Task CreateWithStatusIndexAsync(LocalDynamo engine) => engine.OkAsync("CreateTable", """
        {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
         "GlobalSecondaryIndexes":[{"IndexName":"byStatus","KeySchema":[{"AttributeName":"g","KeyType":"HASH"}],
           "Projection":{"ProjectionType":"KEYS_ONLY"}}]}
        """);

    private static Task CreateProvisionedAsync(LocalDynamo engine, int units) => engine.OkAsync("CreateTable", $$$"""
        {"TableName":"tab","ProvisionedThroughput":{"ReadCapacityUnits":{{{units}}},"WriteCapacityUnits":{{{units}}}},
         "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}]}
        """);
}
