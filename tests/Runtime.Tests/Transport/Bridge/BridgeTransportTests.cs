using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Transport.Bridge;

public sealed class BridgeTransportTests
{
    private readonly IAmazonDynamoDB client = Substitute.For<IAmazonDynamoDB>();

    [Fact]
    public async Task SendAsync_Mock_GetsTheRequestAndGivesTheResponse()
    {
        client.GetItemAsync(Arg.Is<GetItemRequest>(static r => r.TableName == "t" && r.Key["pk"].S == "é"), Arg.Any<CancellationToken>())
            .Returns(new GetItemResponse
            {
                Item = new() { ["n"] = new() { N = "1" }, ["b"] = new() { B = new MemoryStream([1, 2, 3], 1, 2) } },
            });
        using var transport = new BridgeTransport(client);

        var answer = await transport.SendAsync(Transports.Request("""{"TableName":"t","Key":{"pk":{"S":"é"}}}"""));

        Assert.Equal("""{"Item":{"n":{"N":"1"},"b":{"B":"AgM="}}}""", answer);
    }

    [Fact]
    public async Task SendAsync_MocksException_ComesThroughAsItIs()
    {
        var thrown = new ConditionalCheckFailedException("no");
        client.PutItemAsync(Arg.Any<PutItemRequest>(), Arg.Any<CancellationToken>()).Returns<PutItemResponse>(_ => throw thrown);
        using var transport = new BridgeTransport(client);

        var exception = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => transport.SendAsync(Transports.Request("""{"TableName":"t","Item":{}}""", DynamoOperation.PutItem)));
        Assert.Same(thrown, exception);
    }

    [Theory]
    [InlineData("""{"TableName":"t","Item":{},"Expected":{}}""", "Expected")]
    [InlineData("""{"TableName":"t","Item":{},"Fancy":{"a":[]}}""", "Fancy")]
    public async Task SendAsync_FieldThatTheBridgeDoesNotKnow_IsRefused(string body, string field)
    {
        using var transport = new BridgeTransport(client);

        var exception = await Assert.ThrowsAsync<NotSupportedException>(
            () => transport.SendAsync(Transports.Request(body, DynamoOperation.PutItem)));
        Assert.Contains(field, exception.Message, StringComparison.Ordinal);
        await client.DidNotReceiveWithAnyArgs().PutItemAsync(default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task SendAsync_PageOfAMockWithoutCounts_CountsItems()
    {
        client.QueryAsync(Arg.Any<QueryRequest>(), Arg.Any<CancellationToken>())
            .Returns(new QueryResponse { Items = [new() { ["a"] = new("b") }] });
        using var transport = new BridgeTransport(client);

        Assert.Equal(
            """{"Items":[{"a":{"S":"b"}}],"Count":1,"ScannedCount":1}""",
            await transport.SendAsync(Transports.Request("""{"TableName":"t"}""", DynamoOperation.Query)));
    }

    [Fact]
    public async Task SendAsync_ValueWithoutAType_IsRefused()
    {
        client.GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>()).Returns(
            new GetItemResponse { Item = new() { ["a"] = new() } });
        using var transport = new BridgeTransport(client);

        await Assert.ThrowsAsync<InvalidAttributeValueException>(() => transport.SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_Client_IsDisposedOnlyWhenOwned(bool owned)
    {
        new BridgeTransport(client, owned).Dispose();

        client.Received(owned ? 1 : 0).Dispose();
    }
}
