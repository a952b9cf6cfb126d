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

        var tooLong = await RefusedAsync(longest + "a");
        Assert.Contains("Empty attribute name", await RefusedAsync(""), StringComparison.Ordinal);
        Assert.Contains("Attribute name is too large, must be less than 65536 bytes", tooLong, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("GetItem", """{"TableName":"xx","Key":{"p":{"S":"a"} } }""")]
    [InlineData("DescribeTimeToLive", """{"TableName":"xx"}""")]
    [InlineData("UpdateTimeToLive", """{"TableName":"xx","TimeToLiveSpecification":{"AttributeName":"t","Enabled":true} }""")]
    public async Task TableName_OfTwoCharacters_IsNoName(string operation, string request)
    {
        using var engine = LocalDynamo.InMemory();

        var (type, message) = await engine.FailAsync(operation, request);

        Assert.Equal("ValidationException", type);
        Assert.Equal(
            "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, "
            + "and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
            message);
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

        var (_, message) = await engine.FailAsync(
            "PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"}},"Expected":{},"ConditionalOperator":"OR"}""");

        Assert.Equal("ConditionalOperator cannot be used without Filter or Expected", message);
    }

    [Theory]
    [InlineData("PutItem", """ "Item":{"p":{"S":"a"}},"Expected":{"v":{"Exists":false}} """)]
    [InlineData("Scan", """ "ScanFilter":{"v":{"ComparisonOperator":"NULL"}} """)]
    public async Task ConditionalOperator_OfOneCondition_IsRefused(string operation, string members)
    {
        using var engine = await Engine.WithTableAsync();

        var (_, message) = await engine.FailAsync(operation, $$"""{"TableName":"tab","ConditionalOperator":"OR",{{members}} }""");

        Assert.Equal("ConditionalOperator can only be used when Filter or Expected has two or more elements", message);
    }

    [Fact]
    public async Task ConditionalOperator_WithEmptyFilter_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();

        var (_, message) = await engine.FailAsync("Scan", """{"TableName":"tab","ScanFilter":{},"ConditionalOperator":"OR"}""");

        Assert.Equal("ConditionalOperator cannot be used without Filter or Expected", message);
    }

    [Theory]
    [InlineData("PutItem", """ "Item":{"p":{"S":"a"}},"ConditionExpression":"size(p.x) > :v" """)]
    [InlineData("DeleteItem", """ "Key":{"p":{"S":"a"}},"ConditionExpression":"contains(p[0], :v)" """)]
    [InlineData("UpdateItem", """ "Key":{"p":{"S":"a"}},"UpdateExpression":"SET a = if_not_exists(p.x, :v)" """)]
    [InlineData("UpdateItem", """ "Key":{"p":{"S":"a"}},"UpdateExpression":"SET a = :v - p[1]" """)]
    public async Task Write_WithAPathBelowAKey_IsRefused(string operation, string members)
    {
        using var engine = await Engine.WithTableAsync();

        var (_, message) = await engine.FailAsync(
            operation, $$$"""{"TableName":"tab","ExpressionAttributeValues":{":v":{"N":"1"}},{{{members}}} }""");

        Assert.Equal("Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: p", message);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public async Task PartitionKey_ThatIsTheSortKeyOfAnIndex_HasItsLimit(int length, bool isAllowed)
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
             "GlobalSecondaryIndexes":[{"IndexName":"turned","Projection":{"ProjectionType":"ALL"},
              "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"p","KeyType":"RANGE"}]}]}
            """);

        var key = new string('x', length);
        var (status, answer) = await engine.CallAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"} } }""");

        Assert.Equal(isAllowed ? 200 : 400, status);
        Assert.Equal(!isAllowed, $"{answer}".Contains("Aggregated size of all range keys has exceeded", StringComparison.Ordinal));
    }
}
