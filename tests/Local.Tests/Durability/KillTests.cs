using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

public sealed class KillTests
{
    private const int Writers = 4;

    [Theory(Timeout = 120_000)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Server_KilledWhileWriting_HasEveryAcknowledgedWrite(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, int>();
        for (var round = 0; round < 2; round++)
        {
            using var server = await ServerProcess.StartAsync(folder.Path);
            using var client = server.CreateClient();
            await EnsureTableAsync(client);
            await CheckAsync(client, acknowledged);
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteUntilDeadAsync(client, $"{writer}", acknowledged)).ToArray();

            // At a point between two acknowledgements that does not depend on the speed of the machine.
            var enough = acknowledged.Values.Sum() + random.Next(1, 40);
            while (acknowledged.Values.Sum() < enough)
                await Task.Delay(1, TestContext.Current.CancellationToken);

            server.Kill();
            await Task.WhenAll(writers);
        }

        using var engine = LocalDynamo.Open(folder.Path);
        var items = (await Content.ReadAsync(engine))
            .Select(static line => line.Split('='))
            .ToDictionary(static parts => parts[0], static parts => int.Parse(parts[1], null));

        Assert.True(acknowledged.Values.Sum() > 0);
        foreach (var (key, value) in acknowledged)
            Assert.InRange(items[key], value, value + 3);

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

        // A transaction changes both items or neither.
        foreach (var writer in Enumerable.Range(0, Writers))
            Assert.Equal(items.GetValueOrDefault($"{writer}"), items.GetValueOrDefault($"{writer}-twin"));
    }

    private static async Task WriteUntilDeadAsync(AmazonDynamoDBClient client, string key, ConcurrentDictionary<string, int> acknowledged)
    {
        try
        {
            while (true)
            {
                await client.TransactWriteItemsAsync(new() { TransactItems = [Increment(key), Increment(key + "-twin")] });
                acknowledged.AddOrUpdate(key, 1, static (_, count) => count + 1);
            }
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException)
        {
            // The server was killed, as planned. The write in progress may have happened or not.
        }
    }

    private static TransactWriteItem Increment(string key) => new()
    {
        Update = new Update
        {
            TableName = "tab",
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
        if ((await client.ListTablesAsync()).TableNames is { Count: > 0 })
            return;

        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = "tab",
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("p", ScalarAttributeType.S)],
            KeySchema = [new("p", Amazon.DynamoDBv2.KeyType.HASH)],
            StreamSpecification = new() { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE },
        });
    }
}
