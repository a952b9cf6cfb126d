using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>The names of attributes and tables, and tokens of queries that cannot have a second page.</summary>
public sealed class NameLimitTests
{
    private const string Key = """ "TableName":"tab","Key":{"p":{"S":"a"} } """;

    [Theory]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"NAME":{"S":"b"} } }""")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"m":{"M":{"NAME":{"S":"b"} } } } }""")]
    [InlineData("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"} },"Expected":{"NAME":{"Exists":false} } }""")]
    [InlineData("GetItem", "{" + Key + """, "AttributesToGet":["NAME"]}""")]
    [InlineData("UpdateItem", "{" + Key + """, "AttributeUpdates":{"NAME":{"Action":"DELETE"} } }""")]
    [InlineData("Scan", """{"TableName":"tab","ScanFilter":{"NAME":{"ComparisonOperator":"NULL"} } }""")]
    [InlineData("GetItem", "{" + Key + """, "ProjectionExpression":"#n","ExpressionAttributeNames":{"#n":"NAME"} }""")]
    public async Task AttributeName_EmptyOrOf64Kilobytes_IsRefused(string operation, string request)
    {
        using var engine = await Engine.WithTableAsync();
        var longest = new string('ä', 32767) + "a";

        Assert.Contains("Empty attribute name", await RefusedAsync(""), StringComparison.Ordinal);
        Assert.Contains("Attribute name is too large, must be less than 65536 bytes", await RefusedAsync(longest + "a"), StringComparison.Ordinal);
        await engine.OkAsync(operation, request.Replace("NAME", longest, StringComparison.Ordinal));

        async Task<string> RefusedAsync(string name)
        {
            var (type, message) = await engine.FailAsync(operation, request.Replace("NAME", name, StringComparison.Ordinal));
            Assert.Equal("ValidationException", type);
            return message;
        }
    }

    [Fact]
    public async Task Placeholder_Of256Characters_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        var name = "#" + new string('n', 255);

        var (_, message) = await engine.FailAsync(
            "GetItem", $$"""{{{Key}},"ProjectionExpression":"{{name}}","ExpressionAttributeNames":{"{{name}}":"a"} }""");

        Assert.Equal(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: 256",
            message);
    }

    [Fact]
    public async Task TableName_OfTwoCharacters_IsNoName()
    {
        using var engine = LocalDynamo.InMemory();

        var (type, message) = await engine.FailAsync("GetItem", """{"TableName":"xx","Key":{"p":{"S":"a"}}}""");

        Assert.Equal("ValidationException", type);
        Assert.StartsWith("Invalid table/index name.  Table/index names must be between 3 and 255 characters long", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfATableWithoutSortKey_HasOnePage()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"}}}""");
        const string Query = """ "TableName":"tab","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"} } """;

        var page = await engine.OkAsync("Query", "{" + Query + ""","Limit":1}""");
        var (_, message) = await engine.FailAsync("Query", "{" + Query + ""","ExclusiveStartKey":{"p":{"S":"a"} } }""");

        Assert.Equal(1, page.GetProperty("Count").GetInt32());
        Assert.False(page.TryGetProperty("LastEvaluatedKey", out _));
        Assert.Equal("The provided exclusive start key is invalid: ExclusiveStartKey: {p=AttributeValue: {S:a}}", message);
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Body_ThatIsNoJsonObject_IsASerializationErrorWithoutMessage(string body)
    {
        using var engine = LocalDynamo.InMemory();

        Assert.Equal(("SerializationException", ""), await engine.FailAsync("PutItem", body));
    }

    [Fact]
    public async Task ConditionalOperator_WithEmptyExpected_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();

        var (_, message) = await engine.FailAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"}},"Expected":{},"ConditionalOperator":"OR"}""");

        Assert.Equal("ConditionalOperator cannot be used without Filter or Expected", message);
    }
}
