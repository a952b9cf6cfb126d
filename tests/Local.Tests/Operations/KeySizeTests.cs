using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>The size of key values in every request that has them: 2,048 bytes for a partition key, 1,024 for a sort key.</summary>
public sealed class KeySizeTests
{
    private const string HashError =
        "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes";

    private const string RangeError =
        "One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes";

    private const string Condition = """
        {"TableName":"tab","KeyConditionExpression":"p = :p AND KEY","ExpressionAttributeValues":{":p":{"S":"P"},":s":{"S":"Q"} } }
        """;

    public static TheoryData<string, string> Requests => new()
    {
        { "GetItem", """{"TableName":"tab","Key":{"p":{"S":"P"},"s":{"S":"Q"} } }""" },
        { "DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"P"},"s":{"S":"Q"} } }""" },
        { "UpdateItem", """{"TableName":"tab","Key":{"p":{"S":"P"},"s":{"S":"Q"} } }""" },
        { "PutItem", """{"TableName":"tab","Item":{"p":{"S":"P"},"s":{"S":"Q"} } }""" },
        { "BatchGetItem", """{"RequestItems":{"tab":{"Keys":[{"p":{"S":"P"},"s":{"S":"Q"} }]} } }""" },
        { "BatchWriteItem", """{"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"P"},"s":{"S":"Q"} } } }]} }""" },
        { "BatchWriteItem", """{"RequestItems":{"tab":[{"DeleteRequest":{"Key":{"p":{"S":"P"},"s":{"S":"Q"} } } }]} }""" },
        { "Query", Condition.Replace("KEY", "s = :s", StringComparison.Ordinal) },
        { "Query", Condition.Replace("KEY", "s <= :s", StringComparison.Ordinal) },
        { "Query", Condition.Replace("KEY", ":s < s", StringComparison.Ordinal) },
        { "Query", Condition.Replace("KEY", "begins_with(s, :s)", StringComparison.Ordinal) },
        {
            "Query", """
            {"TableName":"tab","KeyConditionExpression":"p = :p AND s BETWEEN :a AND :s",
             "ExpressionAttributeValues":{":p":{"S":"P"},":a":{"S":"a"},":s":{"S":"Q"} } }
            """
        },
        {
            "Query", """
            {"TableName":"tab","KeyConditions":{"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"P"}]},
             "s":{"ComparisonOperator":"GE","AttributeValueList":[{"S":"Q"}]} } }
            """
        },
        {
            "Query", """
            {"TableName":"tab","KeyConditions":{"p":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"P"}]},
             "s":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"a"},{"S":"Q"}]} } }
            """
        },
        { "ExecuteStatement", """{"Statement":"SELECT * FROM tab WHERE p = 'P' AND s = 'Q'"}""" },
        { "ExecuteStatement", """{"Statement":"SELECT * FROM tab WHERE p = 'P' AND s BETWEEN 'a' AND 'Q'"}""" },
        { "ExecuteStatement", """{"Statement":"INSERT INTO tab VALUE {'p':'P','s':'Q'}"}""" },
        { "ExecuteStatement", """{"Statement":"UPDATE tab SET x = 1 WHERE p = 'P' AND s = 'Q'"}""" },
        { "ExecuteStatement", """{"Statement":"DELETE FROM tab WHERE p = 'P' AND s = 'Q'"}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task KeyValue_OfOneByteTooMuch_IsRefused(string operation, string request)
    {
        using var engine = await Engine.WithTableAsync("S");
        var (hash, range) = (new string('s', 2048), new string('s', 1024));

        Assert.Equal(("ValidationException", HashError), await engine.FailAsync(operation, With(request, hash + "s", range)));
        Assert.Equal(("ValidationException", RangeError), await engine.FailAsync(operation, With(request, hash, range + "s")));

        // What lies on the limit is a mistake only if the item has to exist.
        var (status, json) = await engine.CallAsync(operation, With(request, hash, range));
        Assert.True(status == 200 || json.GetRawText().Contains("ConditionalCheckFailed", StringComparison.Ordinal), json.GetRawText());
    }

    [Theory]
    [InlineData("Scan", """{"TableName":"tab","ExclusiveStartKey":{"p":{"S":"P"},"s":{"S":"Q"} } }""")]
    [InlineData("Query", """
        {"TableName":"tab","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"P"} },
         "ExclusiveStartKey":{"p":{"S":"P"},"s":{"S":"Q"} } }
        """)]
    public async Task StartKey_OfOneByteTooMuch_IsRefused(string operation, string request)
    {
        using var engine = await Engine.WithTableAsync("S");
        var range = new string('s', 1024);

        var (type, message) = await engine.FailAsync(operation, With(request, "p", range + "s"));

        Assert.Equal(("ValidationException", "The provided starting key is invalid: " + RangeError), (type, message));
        await engine.OkAsync(operation, With(request, "p", range));
    }

    [Theory]
    [InlineData("TransactWriteItems", """{"TransactItems":[{"Delete":{"TableName":"tab","Key":{"p":{"S":"P"},"s":{"S":"Q"} } } }]}""")]
    [InlineData("TransactGetItems", """{"TransactItems":[{"Get":{"TableName":"tab","Key":{"p":{"S":"P"},"s":{"S":"Q"} } } }]}""")]
    [InlineData("ExecuteTransaction", """{"TransactStatements":[{"Statement":"SELECT * FROM tab WHERE p = 'P' AND s = 'Q'"}]}""")]
    public async Task Transaction_KeyValueOfOneByteTooMuch_IsCancelled(string operation, string request)
    {
        using var engine = await Engine.WithTableAsync("S");
        var (status, json) = await engine.CallAsync(operation, With(request, "p", new string('s', 1025)));

        Assert.Equal(400, status);
        Assert.Contains(RangeError, json.GetRawText(), StringComparison.Ordinal);
        await engine.OkAsync(operation, With(request, "p", new string('s', 1024)));
    }

    [Fact]
    public async Task QueryOfAnIndex_CountsTheBytesOfItsOwnKey()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"b","AttributeType":"B"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[{"IndexName":"byB","KeySchema":[{"AttributeName":"b","KeyType":"HASH"},
              {"AttributeName":"p","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}
            """);

        await engine.OkAsync("Query", Request(2048, "ä", 512));
        Assert.Equal(HashError, (await engine.FailAsync("Query", Request(2049, "ä", 512))).Message);
        Assert.Equal(RangeError, (await engine.FailAsync("Query", Request(2048, "ä", 513))).Message);

        static string Request(int bytes, string text, int count) => $$"""
            {"TableName":"tab","IndexName":"byB","KeyConditionExpression":"b = :b AND p > :p","ExpressionAttributeValues":{
             ":b":{"B":"{{Convert.ToBase64String(new byte[bytes])}}"},
             ":p":{"S":{{JsonSerializer.Serialize(string.Concat(Enumerable.Repeat(text, count)))}} } } }
            """;
    }

    private static string With(string request, string hash, string range) => request
        .Replace("\"P\"", $"\"{hash}\"", StringComparison.Ordinal).Replace("'P'", $"'{hash}'", StringComparison.Ordinal)
        .Replace("\"Q\"", $"\"{range}\"", StringComparison.Ordinal).Replace("'Q'", $"'{range}'", StringComparison.Ordinal);
}
