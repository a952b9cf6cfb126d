using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Updates of items that do not exist. An update that only takes something away creates nothing; every other one does.</summary>
public sealed class MissingItemTests
{
    private const string Set = """ "ExpressionAttributeValues":{":v":{"SS":["x"]}} """;

    [Theory]
    [InlineData(""" "UpdateExpression":"REMOVE a" """)]
    [InlineData(""" "UpdateExpression":"REMOVE a, b[1], c.d" """)]
    [InlineData(""" "UpdateExpression":"DELETE a :v", """ + Set)]
    [InlineData(""" "UpdateExpression":"REMOVE b DELETE a :v", """ + Set)]
    [InlineData(""" "UpdateExpression":"REMOVE a", "ConditionExpression":"attribute_not_exists(p)" """)]
    [InlineData(""" "AttributeUpdates":{"a":{"Action":"DELETE"}} """)]
    [InlineData(""" "AttributeUpdates":{"a":{"Action":"DELETE","Value":{"SS":["x"]}},"b":{"Action":"DELETE"}} """)]
    public async Task Update_OnlyRemoves_CreatesNothing(string update)
    {
        using var engine = await Engine.WithTableAsync();

        var response = await engine.OkAsync("UpdateItem", $$"""
            {"TableName":"tab","Key":{"p":{"S":"a"} },"ReturnValues":"ALL_NEW","ReturnConsumedCapacity":"TOTAL",{{update}} }
            """);

        Assert.False(response.TryGetProperty("Attributes", out _));
        Assert.Equal(1, response.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble());
        Assert.Equal(0, await CountAsync(engine));
    }

    [Theory]
    [InlineData(""" "UpdateExpression":"REMOVE b SET a = :v", """ + Set)]
    [InlineData(""" "UpdateExpression":"ADD a :v", """ + Set)]
    [InlineData(""" "AttributeUpdates":{} """)]
    [InlineData(""" "AttributeUpdates":{"a":{"Action":"ADD","Value":{"N":"1"}},"b":{"Action":"DELETE"}} """)]
    [InlineData(""" "ReturnItemCollectionMetrics":"NONE" """)]
    public async Task Update_AddsOrAsksForNothing_CreatesTheItem(string update)
    {
        using var engine = await Engine.WithTableAsync();

        await engine.OkAsync("UpdateItem", $$"""{"TableName":"tab","Key":{"p":{"S":"a"} },{{update}} }""");

        Assert.Equal(1, await CountAsync(engine));
    }

    [Fact]
    public async Task Update_OnlyRemovesInATransaction_CreatesNothing()
    {
        using var engine = await Engine.WithTableAsync();

        await engine.OkAsync("TransactWriteItems", """
            {"TransactItems":[{"Update":{"TableName":"tab","Key":{"p":{"S":"a"}},"UpdateExpression":"REMOVE a"}}]}
            """);

        Assert.Equal(0, await CountAsync(engine));
    }

    [Fact]
    public async Task Update_OnlyRemovesFromAMissingItemThatMustExist_FailsTheCondition()
    {
        using var engine = await Engine.WithTableAsync();

        var (type, _) = await engine.FailAsync("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"}},"UpdateExpression":"REMOVE a","ConditionExpression":"attribute_exists(p)"}
            """);

        Assert.Equal("ConditionalCheckFailedException", type);
    }

    private static async Task<int> CountAsync(LocalDynamo engine) =>
        (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32();
}
