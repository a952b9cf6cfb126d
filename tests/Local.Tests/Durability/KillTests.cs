using System.Collections.Concurrent;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class KillTests
{
    private const int Writers = 4;
    private const int KillsInSuite = 5;

    // A log of this many bytes becomes a snapshot, so that kills strike snapshots as well.
    private const int CompactionThreshold = 20_000;

    // All 200 of the project's promise: DTK_KILLS=200.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("DTK_KILLS") ?? $"{2 * KillsInSuite}", null) / 2;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Server_KilledWhileWriting_HasEveryAcknowledgedWrite(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, int>();
        for (var round = 0; round < Kills; round++)
        {
            using var server = await ServerProcess.StartAsync(folder.Path, "--compaction-threshold", $"{CompactionThreshold}");
            using var client = server.CreateClient();
            await EnsureTableAsync(client);
            await CheckAsync(client, acknowledged);
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteUntilDeadAsync(client, $"{writer}", acknowledged)).ToArray();

            var indexes = ChangeIndexesUntilDeadAsync(client);

            // At a point between two acknowledgements that does not depend on the speed of the machine.
            var enough = acknowledged.Values.Sum() + random.Next(1, 150);
            while (acknowledged.Values.Sum() < enough)
                await Task.Delay(1, TestContext.Current.CancellationToken);

            server.Kill();
            await Task.WhenAll([.. writers, indexes]);
        }

        using var engine = LocalDynamo.Open(folder.Path);
        Assert.Empty(engine.Recovery!.Losses);
        var items = (await Content.ReadAsync(engine))
            .Select(static line => line.Split('='))
            .ToDictionary(static parts => parts[0], static parts => int.Parse(parts[1], null));

        Assert.True(acknowledged.Values.Sum() > 0);
        foreach (var (key, value) in acknowledged)
            Assert.InRange(items[key], value, value + Kills);

        await CheckIndexesAsync(engine, items.Count);

        // The stream has every write of every item, in order, and none that the table lost.
        var records = await engine.RecordsAsync(await engine.StreamArnAsync());
        foreach (var (key, value) in items)
        {
            Assert.Equal(
                Enumerable.Range(1, value).Select(i => $" {key} >{i}"),
                records.Select(StreamRequests.Summary)
                    .Select(static record => record[record.IndexOf(' ', StringComparison.Ordinal)..])
                    .Where(record => record.StartsWith($" {key} ", StringComparison.Ordinal)));
        }

        // A transaction changes the items of both tables or none.
        foreach (var writer in Enumerable.Range(0, Writers))
        {
            Assert.Equal(items.GetValueOrDefault($"{writer}"), items.GetValueOrDefault($"{writer}-twin"));
            var other = await engine.OkAsync("GetItem", $$$"""{"TableName":"other","Key":{"p":{"S":"{{{writer}}}"} } }""");
            Assert.Equal($"{items[$"{writer}"]}", other.GetProperty("Item").GetProperty("n").GetProperty("N").GetString());
        }
    }

    // Every item is in every index.
    private static async Task CheckIndexesAsync(LocalDynamo engine, int items)
    {
        var table = (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table");
        if (!table.TryGetProperty("GlobalSecondaryIndexes", out var indexes))
            return;

        foreach (var index in indexes.EnumerateArray())
        {
            var scan = await engine.OkAsync("Scan", $$"""
                {"TableName":"tab","IndexName":"{{index.GetProperty("IndexName").GetString()}}","Select":"COUNT"}
                """);
            Assert.Equal(items, scan.GetProperty("Count").GetInt32());
        }
    }

    private static async Task ChangeIndexesUntilDeadAsync(AmazonDynamoDBClient client)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                var table = (await client.DescribeTableAsync("tab")).Table;
                var last = table.GlobalSecondaryIndexes?.LastOrDefault()?.IndexName;
                await client.UpdateTableAsync(new UpdateTableRequest
                {
                    TableName = "tab",
                    AttributeDefinitions = [new("n", ScalarAttributeType.N)],
                    GlobalSecondaryIndexUpdates =
                        [last is null ? new() { Create = Index($"index-{number}") } : new() { Delete = new() { IndexName = last } }],
                });
                var status = (await client.DescribeTimeToLiveAsync("tab")).TimeToLiveDescription.TimeToLiveStatus;
                await client.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest
                {
                    TableName = "tab",
                    TimeToLiveSpecification = new() { AttributeName = "never", Enabled = status != TimeToLiveStatus.ENABLED },
                });
            }
        }
        catch (Exception exception) when (IsOfKilledServer(exception))
        {
            // The server was killed, as planned.
        }
    }

    // .NET's client does not wrap the error of a socket whose other end is gone before the connection is in use.
    private static bool IsOfKilledServer(Exception exception) =>
        exception is AmazonClientException or HttpRequestException or IOException or SocketException;

    private static CreateGlobalSecondaryIndexAction Index(string name) => new()
    {
        IndexName = name,
        KeySchema = [new("n", Amazon.DynamoDBv2.KeyType.HASH)],
        Projection = new() { ProjectionType = ProjectionType.ALL },
    };

    private static async Task WriteUntilDeadAsync(AmazonDynamoDBClient client, string key, ConcurrentDictionary<string, int> acknowledged)
    {
        try
        {
            while (true)
            {
                await client.TransactWriteItemsAsync(new()
                {
                    TransactItems = [Increment(key), Increment(key, "other"), Increment(key + "-twin")],
                });
                acknowledged.AddOrUpdate(key, 1, static (_, count) => count + 1);
            }
        }
        catch (Exception exception) when (IsOfKilledServer(exception))
        {
            // The server was killed, as planned. The write in progress may have happened or not.
        }
    }

    private static TransactWriteItem Increment(string key, string table = "tab") => new()
    {
        Update = new Update
        {
            TableName = table,
            Key = new() { ["p"] = new AttributeValue(key) },
            UpdateExpression = "ADD n :one",
            ExpressionAttributeValues = new() { [":one"] = new AttributeValue { N = "1" } },
        },
    };

    private static async Task CheckAsync(AmazonDynamoDBClient client, ConcurrentDictionary<string, int> acknowledged)
    {
        foreach (var (key, value) in acknowledged)
        {
            var item = (await client.GetItemAsync("tab", new() { ["p"] = new AttributeValue(key) })).Item;
            Assert.True(int.Parse(item["n"].N, null) >= value, $"{key} was acknowledged up to {value} and is {item["n"].N}");
        }
    }

    private static async Task EnsureTableAsync(AmazonDynamoDBClient client)
    {
        // The server may have been killed between the two.
        var tables = (await client.ListTablesAsync()).TableNames ?? [];
        if (!tables.Contains("tab"))
            await CreateTableAsync(client, "tab");
        if (!tables.Contains("other"))
            await CreateTableAsync(client, "other");
    }

    private static Task CreateTableAsync(AmazonDynamoDBClient client, string table) =>
        client.CreateTableAsync(new CreateTableRequest
        {
            TableName = table,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("p", ScalarAttributeType.S)],
            KeySchema = [new("p", Amazon.DynamoDBv2.KeyType.HASH)],
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE },
        });
}
