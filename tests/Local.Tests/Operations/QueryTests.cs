using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

public sealed class QueryTests
{
    [Theory]
    [InlineData("S", "\"\",\"a\",\"a\\u0000\",\"a\\u0000b\",\"ab\",\"b\",\"é\",\"\\uFFFD\",\"😀\"", 1)]
    [InlineData("N", "\"-1E125\",\"-12.5\",\"-12\",\"-1E-130\",\"0\",\"1E-130\",\"0.5\",\"9\",\"10\",\"11\",\"9E125\"", 0)]
    [InlineData("B", "\"\",\"AA==\",\"AAA=\",\"AAE=\",\"fw==\",\"gA==\",\"//8=\"", 1)]
    public async Task Query_AnyKeyType_ReturnsInOrderBothWays(string type, string values, int skip)
    {
        using var engine = await Engine.WithTableAsync(type);
        var sorted = JsonDocument.Parse($"[{values}]").RootElement.EnumerateArray()
            .Skip(skip)
            .Select(static value => value.GetString()!)
            .ToList();
        var random = new Random(7);
        foreach (var value in sorted.OrderBy(_ => random.Next()))
        {
            await engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"a"},"s":{"{{type}}":{{JsonSerializer.Serialize(value)}} } } }
                """);
        }

        var up = Texts(await engine.OkAsync("Query", All), type);
        var descending = All.Replace("}}}", "}},\"ScanIndexForward\":false}", StringComparison.Ordinal);
        var down = Texts(await engine.OkAsync("Query", descending), type);
        sorted = type == "N" ? [.. sorted.Select(static text => Local.Values.NumberText.Parse(text).ToString())] : sorted;

        Assert.Equal(sorted, up);
        sorted.Reverse();
        Assert.Equal(sorted, down);
    }

    [Theory]
    [InlineData("s = :p", "s")]
    [InlineData("s = :p AND p = :p", "p")]
    [InlineData(":p BETWEEN s AND p", "p")]
    [InlineData("a = :p OR size(s) > :p", "s")]
    public async Task Filter_WithKeyAttributes_IsRefusedForTheFirstOfTheKey(string filter, string named)
    {
        using var engine = await Engine.WithTableAsync("S");

        var (_, message) = await engine.FailAsync("Query", $$"""
            {"TableName":"tab","KeyConditionExpression":"p = :p","FilterExpression":"{{filter}}",
             "ExpressionAttributeValues":{":p":{"S":"a"} } }
            """);

        Assert.Equal($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {named}", message);
    }

    [Theory]
    [InlineData("s = :b", "3")]
    [InlineData("s < :b", "1,2")]
    [InlineData("s <= :b", "1,2,3")]
    [InlineData("s > :b", "4,5")]
    [InlineData("s >= :b", "3,4,5")]
    [InlineData(":b > s", "1,2")]
    [InlineData("s BETWEEN :a AND :b", "2,3")]
    public async Task Query_Range_ReturnsWhatIsInIt(string range, string expected)
    {
        using var engine = await Engine.WithTableAsync("N");
        for (var i = 1; i <= 5; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"{{i}}"} } }""");
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"other"},"s":{"N":"3"}}}""");

        var low = range.Contains(":a", StringComparison.Ordinal) ? ",\":a\":{\"N\":\"2\"}" : "";
        var answer = await engine.OkAsync("Query", $$"""
            {"TableName":"tab","KeyConditionExpression":"p = :p AND {{range}}",
             "ExpressionAttributeValues":{":p":{"S":"a"},":b":{"N":"3"}{{low}} } }
            """);

        Assert.Equal(expected, string.Join(',', Texts(answer, "N")));
    }

    [Fact]
    public async Task Query_BeginsWith_TakesExactlyThosePrefixed()
    {
        using var engine = await Engine.WithTableAsync("S");
        foreach (var text in (string[])["a", "a#", "a#1", "a#2", "a$", "b"])
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"s":{"S":"{{text}}"} } }""");

        var answer = await engine.OkAsync("Query", """
            {"TableName":"tab","KeyConditionExpression":"p = :p AND begins_with(s, :a)",
             "ExpressionAttributeValues":{":p":{"S":"a"},":a":{"S":"a#"}}}
            """);

        Assert.Equal(["a#", "a#1", "a#2"], Texts(answer, "S"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(7, true)]
    public async Task Query_PageByPage_GivesEveryItemOnceInOrder(int limit, bool forward)
    {
        using var engine = await Engine.WithTableAsync("N");
        for (var i = 0; i < 20; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"{{i}}"} } }""");

        var found = new List<string>();
        var token = "";
        do
        {
            var answer = await engine.OkAsync("Query", $$"""
                {"TableName":"tab","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"} },"Limit":{{limit}},
                 "ScanIndexForward":{{(forward ? "true" : "false")}}{{token}} }
                """);
            found.AddRange(Texts(answer, "N"));
            token = answer.TryGetProperty("LastEvaluatedKey", out var last) ? $",\"ExclusiveStartKey\":{last}" : "";
        }
        while (token.Length > 0);

        var expected = Enumerable.Range(0, 20).Select(static i => $"{i}");
        Assert.Equal(forward ? expected : expected.Reverse(), found);
    }

    [Fact]
    public async Task Query_MoreThanAMegabyte_EndsThePageThere()
    {
        using var engine = await Engine.WithTableAsync("N");
        var text = new string('x', 300_000);
        for (var i = 0; i < 5; i++)
            await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"{{i}}"},"x":{"S":"{{text}}"} } }""");

        var count = All.Replace("}}}", "}},\"Select\":\"COUNT\",\"ReturnConsumedCapacity\":\"TOTAL\"}", StringComparison.Ordinal);
        var answer = await engine.OkAsync("Query", count);

        Assert.Equal(4, answer.GetProperty("Count").GetInt32());
        Assert.Equal("3", answer.GetProperty("LastEvaluatedKey").GetProperty("s").GetProperty("N").GetString());
        Assert.Equal(146.5 + 0.5, answer.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble(), 0.5);
    }

    [Fact]
    public async Task Query_IndexOfSeveralAttributes_TakesThemLeftToRight()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"a","AttributeType":"S"},
              {"AttributeName":"b","AttributeType":"N"},{"AttributeName":"c","AttributeType":"S"},
              {"AttributeName":"d","AttributeType":"N"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
             "GlobalSecondaryIndexes":[{"IndexName":"multi",
              "KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"HASH"},
              {"AttributeName":"c","KeyType":"RANGE"},{"AttributeName":"d","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}]}
            """);
        var number = 0;
        (string, int, string, int)[] items = [("x", 1, "k", 1), ("x", 1, "k", 2), ("x", 1, "l", 1), ("x", 2, "k", 1), ("y", 1, "k", 1)];
        foreach (var (a, b, c, d) in items)
        {
            await engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"{{number++}}"},"a":{"S":"{{a}}"},"b":{"N":"{{b}}"},"c":{"S":"{{c}}"},
                 "d":{"N":"{{d}}"} } }
                """);
        }

        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"sparse"},"a":{"S":"x"},"b":{"N":"1"},"c":{"S":"k"}}}""");

        Assert.Equal("0,1,2", await KeysAsync("a = :x AND b = :one"));
        Assert.Equal("0,1", await KeysAsync("b = :one AND a = :x AND c = :k"));
        Assert.Equal("1", await KeysAsync("a = :x AND b = :one AND c = :k AND d > :one"));
        const string Hash = ". All HASH key attributes must have equality conditions";
        const string Range =
            ". RANGE key attributes must have equality conditions from left to right; only the last condition may be another one";
        Assert.Equal("Query condition missed key schema element: b" + Hash, await ErrorAsync("a = :x"));
        Assert.Equal("Query condition missed key schema element: c" + Range, await ErrorAsync("a = :x AND b = :one AND d = :one"));
        Assert.Equal("Query key condition not supported" + Hash, await ErrorAsync("a = :x AND b > :one"));
        Assert.Equal("Query key condition not supported" + Range, await ErrorAsync("a = :x AND b = :one AND c > :k AND d = :one"));

        string Body(string condition) => $$"""
            {"TableName":"tab","IndexName":"multi","KeyConditionExpression":"{{condition}}",
             "ExpressionAttributeValues":{ {{ValuesOf(condition)}} } }
            """;
        static string ValuesOf(string condition)
        {
            (string Name, string Value)[] values = [(":x", """{"S":"x"}"""), (":one", """{"N":"1"}"""), (":k", """{"S":"k"}""")];
            var used = values.Where(value => condition.Contains(value.Name, StringComparison.Ordinal));
            return string.Join(',', used.Select(static value => $"\"{value.Name}\":{value.Value}"));
        }

        async Task<string> KeysAsync(string condition) => string.Join(',', Texts(await engine.OkAsync("Query", Body(condition)), "S", "p"));
        async Task<string> ErrorAsync(string condition) => (await engine.FailAsync("Query", Body(condition))).Message;
    }

    [Fact]
    public async Task Query_LocalIndexLacksAttributes_FetchesThemAndCountsIt()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
              {"AttributeName":"d","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
             "LocalSecondaryIndexes":[{"IndexName":"loc",
              "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"d","KeyType":"RANGE"}],
              "Projection":{"ProjectionType":"KEYS_ONLY"}}]}
            """);
        for (var i = 0; i < 3; i++)
        {
            await engine.OkAsync("PutItem", $$"""
                {"TableName":"tab","Item":{"p":{"S":"a"},"s":{"N":"{{i}}"},"d":{"S":"{{9 - i}}"},"x":{"S":"extra"} } }
                """);
        }

        const string Body = """
            {"TableName":"tab","IndexName":"loc","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"}},
             "ReturnConsumedCapacity":"INDEXES"}
            """;

        var keysOnly = await engine.OkAsync("Query", Body);
        var all = Body.Replace("\"IndexName\"", "\"Select\":\"ALL_ATTRIBUTES\",\"IndexName\"", StringComparison.Ordinal);
        var everything = await engine.OkAsync("Query", all);

        Assert.Equal(["2", "1", "0"], Texts(keysOnly, "N"));
        Assert.False(keysOnly.GetProperty("Items")[0].TryGetProperty("x", out _));
        Assert.Equal(0.5, keysOnly.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble());
        Assert.True(everything.GetProperty("Items")[0].TryGetProperty("x", out _));
        Assert.Equal(2, everything.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetDouble());
        Assert.Equal(1.5, everything.GetProperty("ConsumedCapacity").GetProperty("Table").GetProperty("CapacityUnits").GetDouble());
    }

    private const string All = """{"TableName":"tab","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}""";

    private static List<string> Texts(JsonElement answer, string type, string attribute = "s") =>
        [.. answer.GetProperty("Items").EnumerateArray().Select(item => item.GetProperty(attribute).GetProperty(type).GetString()!)];
}
