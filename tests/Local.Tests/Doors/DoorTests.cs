using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Local.Tests.Kit;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Local.Tests.Doors;

public sealed class DoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InProcessDoor_ConditionFails_ThrowsTheSdksExceptionWithItem()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"n":{"N":"1"}}}""");
        var body = """
            {"TableName":"tab","Item":{"p":{"S":"a"}},"ConditionExpression":"attribute_not_exists(p)",
             "ReturnValuesOnConditionCheckFailure":"ALL_OLD"}
            """u8.ToArray();

        var exception = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            async () => await engine.SendAsync(new DynamoRequest(DynamoOperation.PutItem, body, "tab"), Ct));

        Assert.Equal("The conditional request failed", exception.Message);
        Assert.Equal("1", exception.Item["n"].N);
    }

    [Fact]
    public async Task HttpDoor_SdkClient_CreatesPutsGetsAndFails()
    {
        using var engine = LocalDynamo.InMemory();
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig { ServiceURL = server.Endpoint.ToString() });
        await engine.CreateTableAsync();

        var bytes = new AttributeValue { B = new MemoryStream([1, 2]) };
        await client.PutItemAsync("tab", new() { ["p"] = new AttributeValue("a"), ["b"] = bytes }, Ct);
        var item = (await client.GetItemAsync("tab", new() { ["p"] = new AttributeValue("a") }, Ct)).Item;
        var missing = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync("nope", Ct));
        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                TransactItems =
                [
                    new()
                    {
                        Put = new()
                        {
                            TableName = "tab",
                            Item = new() { ["p"] = new AttributeValue("a") },
                            ConditionExpression = "attribute_not_exists(p)",
                        },
                    },
                ],
            },
            Ct));

        Assert.Equal([1, 2], item["b"].B.ToArray());
        Assert.Equal("Requested resource not found: Table: nope not found", missing.Message);
        Assert.Equal("ConditionalCheckFailed", Assert.Single(cancelled.CancellationReasons).Code);
    }
}
