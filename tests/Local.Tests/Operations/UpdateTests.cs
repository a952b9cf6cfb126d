using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

public sealed class UpdateTests
{
    [Theory]
    [InlineData("")]
    [InlineData(",\"UpdateExpression\":\"SET a = :v\",\"ExpressionAttributeValues\":{\":v\":{\"S\":\"x\"}}")]
    [InlineData(",\"UpdateExpression\":\"SET a = :v REMOVE b\",\"ExpressionAttributeValues\":{\":v\":{\"S\":\"x\"}}")]
    [InlineData(",\"UpdateExpression\":\"ADD a :v\",\"ExpressionAttributeValues\":{\":v\":{\"N\":\"1\"}}")]
    [InlineData(",\"AttributeUpdates\":{\"a\":{\"Action\":\"PUT\",\"Value\":{\"S\":\"x\"}}}")]
    public async Task Update_OfAMissingItem_CreatesIt(string changes)
    {
        using var engine = await Engine.WithTableAsync();

        Assert.True(await ExistsAfterAsync(engine, changes));
    }

    [Theory]
    [InlineData(",\"UpdateExpression\":\"REMOVE a, b\"")]
    [InlineData(",\"UpdateExpression\":\"DELETE a :v\",\"ExpressionAttributeValues\":{\":v\":{\"SS\":[\"x\"]}}")]
    [InlineData(",\"UpdateExpression\":\"REMOVE a DELETE b :v\",\"ExpressionAttributeValues\":{\":v\":{\"SS\":[\"x\"]}}")]
    [InlineData(",\"AttributeUpdates\":{\"a\":{\"Action\":\"DELETE\"}}")]
    public async Task Update_ThatOnlyRemoves_CreatesNoItem(string changes)
    {
        using var engine = await Engine.WithTableAsync();

        Assert.False(await ExistsAfterAsync(engine, changes));
    }

    [Fact]
    public async Task Update_ThatOnlyRemoves_ReturnsNothingOfAMissingItem()
    {
        using var engine = await Engine.WithTableAsync();

        var response = await engine.OkAsync(
            "UpdateItem",
            """{"TableName":"tab","Key":{"p":{"S":"1"}},"UpdateExpression":"REMOVE a","ReturnValues":"ALL_NEW"}""");

        Assert.False(response.TryGetProperty("Attributes", out _));
    }

    [Fact]
    public async Task Update_InATransactionThatOnlyRemoves_CreatesNoItem()
    {
        using var engine = await Engine.WithTableAsync();

        await engine.OkAsync(
            "TransactWriteItems",
            """{"TransactItems":[{"Update":{"TableName":"tab","Key":{"p":{"S":"1"}},"UpdateExpression":"REMOVE a"}}]}""");

        Assert.False(await ExistsAsync(engine));
    }

    private static async Task<bool> ExistsAfterAsync(LocalDynamo engine, string changes)
    {
        await engine.OkAsync("UpdateItem", $$"""{"TableName":"tab","Key":{"p":{"S":"1"} }{{changes}} }""");
        return await ExistsAsync(engine);
    }

    private static async Task<bool> ExistsAsync(LocalDynamo engine) =>
        (await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"1"}}}""")).TryGetProperty("Item", out _);
}
