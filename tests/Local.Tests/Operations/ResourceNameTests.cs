using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Requests that name a table by its resource name are answered with it.</summary>
public sealed class ResourceNameTests : IAsyncLifetime
{
    private LocalDynamo engine = null!;
    private string arn = "";

    public async ValueTask InitializeAsync()
    {
        engine = await Engine.WithTableAsync();
        arn = (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table").GetProperty("TableArn").GetString()!;
    }

    public ValueTask DisposeAsync()
    {
        engine.Dispose();
        return default;
    }

    [Theory]
    [InlineData("PutItem", """{"TableName":"ARN","Item":{"p":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}""")]
    [InlineData("GetItem", """{"TableName":"ARN","Key":{"p":{"S":"a"}},"ReturnConsumedCapacity":"TOTAL"}""")]
    [InlineData("Scan", """{"TableName":"ARN","ReturnConsumedCapacity":"TOTAL"}""")]
    public async Task ConsumedCapacity_OfOneTable_NamesItAsTheRequestDoes(string operation, string request)
    {
        foreach (var name in (string[])[arn, "tab"])
        {
            var answer = await engine.OkAsync(operation, request.Replace("ARN", name, StringComparison.Ordinal));
            Assert.Equal(name, answer.GetProperty("ConsumedCapacity").GetProperty("TableName").GetString());
        }
    }

    [Fact]
    public async Task BatchGetItem_AnswersByTheNameOfTheRequest()
    {
        await engine.OkAsync("BatchWriteItem", $$"""{"RequestItems":{"{{arn}}":[{"PutRequest":{"Item":{"p":{"S":"a"} } } }]} }""");

        var answer = await engine.OkAsync("BatchGetItem", $$"""
            {"RequestItems":{"{{arn}}":{"Keys":[{"p":{"S":"a"} }]} },"ReturnConsumedCapacity":"TOTAL"}
            """);

        var item = Assert.Single(answer.GetProperty("Responses").GetProperty(arn).EnumerateArray());
        Assert.Equal("a", item.GetProperty("p").GetProperty("S").GetString());
        Assert.Equal(arn, NameIn(answer));
    }

    [Theory]
    [InlineData(
        "BatchWriteItem", "UnprocessedItems", """[{"PutRequest":{"Item":{"p":{"S":"a"}}}},{"PutRequest":{"Item":{"p":{"S":"b"}}}}]""")]
    [InlineData("BatchGetItem", "UnprocessedKeys", """{"Keys":[{"p":{"S":"a"}},{"p":{"S":"b"}}]}""")]
    public async Task Unprocessed_HasTheNameOfTheRequest(string operation, string member, string content)
    {
        using var fault = engine.Faults.Inject(new LocalFault(FaultKind.Unprocessed) { Count = 1 });

        var answer = await engine.OkAsync(operation, $$"""{"RequestItems":{"{{arn}}":{{content}} } }""");

        Assert.Equal(arn, Assert.Single(answer.GetProperty(member).EnumerateObject()).Name);
    }

    [Fact]
    public async Task TransactWriteItems_CapacityHasTheNameOfTheRequest()
    {
        var answer = await engine.OkAsync("TransactWriteItems", $$"""
            {"TransactItems":[{"Put":{"TableName":"{{arn}}","Item":{"p":{"S":"a"} } } }],"ReturnConsumedCapacity":"TOTAL"}
            """);

        Assert.Equal(arn, NameIn(answer));
    }

    private static string? NameIn(JsonElement answer) =>
        Assert.Single(answer.GetProperty("ConsumedCapacity").EnumerateArray()).GetProperty("TableName").GetString();
}
