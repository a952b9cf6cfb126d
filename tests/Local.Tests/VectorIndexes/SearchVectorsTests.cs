using DynamoToolkit.Local.Tests.Kit;
using static DynamoToolkit.Local.Tests.VectorIndexes.VectorKit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>What SearchVectors finds and refuses.</summary>
public sealed class SearchVectorsTests
{
    private const string Tenant = ""","SearchConditionExpression":"tenant = :t","ExpressionAttributeValues":{":t":{"S":"a"} }""";

    [Theory]
    [InlineData("COSINE", "same:0 mixed:0.4 right:1 opposite:2")]
    [InlineData("EUCLIDEAN", "same:0 mixed:0.894427 right:1.414214 opposite:2")]
    [InlineData("DOT_PRODUCT", "same:1 mixed:0.6 right:0 opposite:-1")]
    public async Task Search_ReturnsTheMostSimilarFirst(string distance, string expected)
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", CreateRequest(Index("near", distance), attributes: ""));
        await engine.PutAsync("right", $"\"e\":{Vector(0, 1, 0)}");
        await engine.PutAsync("mixed", $"\"e\":{Vector(0.6, 0.8, 0)}");
        await engine.PutAsync("opposite", $"\"e\":{Vector(-1, 0, 0)}");
        await engine.PutAsync("same", $"\"e\":{Vector(1, 0, 0)}");
        await engine.PutAsync("none", "\"other\":{\"S\":\"x\"}");

        var found = await engine.SearchAsync("near", Numbers(1, 0, 0));
        var two = await engine.SearchAsync("near", Numbers(1, 0, 0), maxResults: 2);

        var shown = found.Select(static item => FormattableString.Invariant($"{item.Key}:{Math.Round(item.Score, 6)}"));
        Assert.Equal(expected, string.Join(' ', shown));
        Assert.Equal(found.Take(2), two);
    }

    [Fact]
    public async Task Search_ExtremeVectors_HaveFiniteScores()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", CreateRequest(
            $"{Index("cos")}, {Index("euc", "EUCLIDEAN")}, {Index("dot", "DOT_PRODUCT")}", attributes: ""));
        await engine.PutAsync("large", $"\"e\":{Vector(3.4028234663852886E38, 3.4028234663852886E38, 0)}");
        await engine.PutAsync("zero", $"\"e\":{Vector(0, 0, 0)}");
        await engine.PutAsync("small", $"\"e\":{Vector(1E-23, 0, 0)}");

        var cosine = (await engine.SearchAsync("cos", Numbers(1, 0, 0))).ToDictionary();
        var euclidean = (await engine.SearchAsync("euc", Numbers(-3.4028234663852886E38, 0, 0))).ToDictionary();
        var dot = (await engine.SearchAsync("dot", Numbers(-3.4028234663852886E38, 0, 0))).ToDictionary();

        Assert.Equal(1, cosine["zero"]);
        Assert.Equal(0, cosine["small"], 6);
        Assert.Equal(float.MaxValue, euclidean["large"]);
        Assert.Equal(-float.MaxValue, dot["large"]);
    }

    [Fact]
    public async Task Search_EquallySimilarItems_ComeInTheOrderOfAScan()
    {
        using var engine = await WithBothAsync();
        foreach (var number in Enumerable.Range(1, 30))
            await engine.PutAsync($"item {number}", $"\"e\":{Vector(number, 0, 0)}");

        var scanned = (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Items").EnumerateArray()
            .Select(static item => item.GetProperty("p").GetProperty("S").GetString()!);
        var found = await engine.SearchAsync("plain", Numbers(1, 0, 0), maxResults: 20);

        Assert.Equal(scanned.Take(20), found.Select(static item => item.Key));
    }

    [Fact]
    public async Task Search_WithACondition_SearchesOnePartitionAndFilters()
    {
        using var engine = await WithBothAsync();
        await engine.PutAsync("1", $$"""{{E(1)}}, "tenant":{"S":"a"}, "year":{"N":"2025"}""");
        await engine.PutAsync("2", $$"""{{E(2)}}, "tenant":{"S":"a"}, "year":{"N":"2026"}""");
        await engine.PutAsync("3", $$"""{{E(3)}}, "tenant":{"S":"b"}, "year":{"N":"2026"}""");
        await engine.PutAsync("4", $$"""{{E(4)}}, "tenant":{"S":"a"}""");
        await engine.PutAsync("5", $$"""{{E(5)}}, "year":{"N":"2026"}""");

        var partition = await engine.SearchAsync("schema", Numbers(1, 0, 0), extra: Tenant);
        var filtered = await engine.SearchAsync("schema", Numbers(1, 0, 0), extra: """
            ,"SearchConditionExpression":":y = #y AND (tenant = :t)","ExpressionAttributeNames":{"#y":"year"},
             "ExpressionAttributeValues":{":t":{"S":"a"},":y":{"N":"2026.0"} }
            """);
        var impossible = await engine.SearchAsync("schema", Numbers(1, 0, 0), extra: """
            ,"SearchConditionExpression":"tenant = :t AND tenant = :u","ExpressionAttributeValues":{":t":{"S":"a"},":u":{"S":"b"} }
            """);
        var all = await engine.SearchAsync("plain", Numbers(1, 0, 0));

        Assert.Equal(["1", "2", "4"], partition.Select(static item => item.Key).Order());
        Assert.Equal(["2"], filtered.Select(static item => item.Key));
        Assert.Empty(impossible);
        Assert.Equal(5, all.Count);
        Assert.Equal(3, (await engine.DescribeAsync("schema")).GetProperty("ItemCount").GetInt64() - 1);
    }

    [Theory]
    [InlineData("\"ALL\"", "", "p tenant x y")]
    [InlineData("\"KEYS_ONLY\"", "", "p tenant")]
    [InlineData("\"INCLUDE\",\"NonKeyAttributes\":[\"x\",\"e\"]", "", "p tenant x")]
    [InlineData("\"ALL\"", "y, e, p", "e p y")]
    [InlineData("\"KEYS_ONLY\"", "y, e, p", "p")]
    [InlineData("\"INCLUDE\",\"NonKeyAttributes\":[\"x\",\"e\"]", "y, e[1], x", "e x")]
    public async Task Search_ReturnsWhatTheIndexCarriesWithoutTheVectorUnlessAsked(string projection, string asked, string expected)
    {
        const string Schema = ""","SearchSchema":[{"AttributeName":"tenant","SearchSchemaElementType":"HASH"}]""";
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", CreateRequest(
            Index("near", projection: projection, extra: Schema), attributes: """, {"AttributeName":"tenant","AttributeType":"S"}"""));
        await engine.PutAsync("1", $$"""{{E(1)}}, "tenant":{"S":"a"}, "x":{"S":"x"}, "y":{"S":"y"}""");

        var extra = asked.Length == 0 ? Tenant : $$"""{{Tenant}},"ProjectionExpression":"{{asked}}" """;
        var found = await engine.OkAsync("SearchVectors", SearchRequest("near", Numbers(1, 0, 0), extra: extra));

        var item = Assert.Single(found.GetProperty("SearchResults").EnumerateArray()).GetProperty("Item");
        Assert.Equal(expected, string.Join(' ', item.EnumerateObject().Select(static attribute => attribute.Name).Order()));
    }

    [Fact]
    public async Task Search_IndexHasVectorsAs32BitNumbers()
    {
        using var engine = await WithBothAsync();
        await engine.PutAsync("1", """ "e":{"L":[{"N":"0.1"},{"N":"16777217"},{"N":"1.000000059604644775390625"}]} """);

        var found = await engine.OkAsync(
            "SearchVectors", SearchRequest("plain", Numbers(1, 0, 0), extra: ""","ProjectionExpression":"e" """));
        var item = (await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"1"}}}""")).GetProperty("Item");

        Assert.Equal(
            """[{"N":"0.1"},{"N":"16777216"},{"N":"1"}]""",
            found.GetProperty("SearchResults")[0].GetProperty("Item").GetProperty("e").GetProperty("L").GetRawText());
        Assert.Contains("16777217", item.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ReportsItsCapacityInBytes()
    {
        using var engine = await WithBothAsync();
        await engine.PutAsync("1", E(1));

        var asked = await engine.OkAsync(
            "SearchVectors", SearchRequest("plain", Numbers(1, 0, 0), extra: ""","ReturnConsumedCapacity":"INDEXES" """));
        var silent = await engine.OkAsync("SearchVectors", SearchRequest("plain", Numbers(1, 0, 0)));

        Assert.Equal("""{"VectorSearchRequestBytes":1024}""", asked.GetProperty("ConsumedCapacity").GetRawText());
        Assert.False(silent.TryGetProperty("ConsumedCapacity", out _));
    }

    [Fact]
    public async Task Search_ResponseOfMoreThan16Megabytes_IsRefused()
    {
        using var engine = await WithBothAsync();
        var large = new string('x', 395_000);
        foreach (var number in Enumerable.Range(1, 45))
            await engine.PutAsync($"{number}", $$"""{{E(number)}}, "x":{"S":"{{large}}"}""");

        var (type, message) = await engine.FailAsync("SearchVectors", SearchRequest("plain", Numbers(1, 0, 0), maxResults: 45));

        Assert.Equal("ValidationException", type);
        Assert.Contains("16 MB", message, StringComparison.Ordinal);
        Assert.Equal(45, (await engine.SearchAsync("plain", Numbers(1, 0, 0), 45, ""","ProjectionExpression":"p" """)).Count);
    }

    [Theory]
    [InlineData("plain", 101, "", "Provided TopK value '101' is out of valid range. The value must be between 1 and 100 inclusive")]
    [InlineData("nope", 1, "", "The table does not have the specified index: nope")]
    [InlineData("schema", 1, "", "SearchConditionExpression must be provided when SearchSchema has a HASH key")]
    [InlineData("schema", 1, "tenant < :v", "Invalid SearchConditionExpression: Invalid comparator used in SearchConditionExpression")]
    [InlineData("schema", 1, "tenant = :v OR tenant = :v",
        "Invalid SearchConditionExpression: Invalid operator used in SearchConditionExpression")]
    [InlineData("schema", 1, "tenant IN (:v)", "Invalid SearchConditionExpression: Invalid operator used in SearchConditionExpression")]
    [InlineData("schema", 1, "tenant = p AND p = :v", "Invalid SearchConditionExpression: A condition compares an attribute with a value")]
    [InlineData("schema", 1, "tenant.x = :v", "Invalid SearchConditionExpression: A condition cannot have nested attributes")]
    [InlineData("plain", 1, "tenant = :v",
        "SearchConditionExpression must not contain any attributes that is not in SearchSchema. Invalid attribute: tenant")]
    [InlineData("schema", 1, "tenant = :n",
        "Type of 'tenant' attribute in SearchConditionExpression (N) does not match type in search schema (S)")]
    [InlineData("schema", 1, "tenant = :e",
        "One or more parameter values are not valid. "
        + "The AttributeValue for a key attribute cannot contain an empty string value. Key: tenant")]
    public async Task Search_Mistaken_IsRefused(string index, int maxResults, string condition, string expected)
    {
        using var engine = await WithBothAsync();
        var value = condition.Contains(":n", StringComparison.Ordinal) ? """ ":n":{"N":"1"} """
            : condition.Contains(":e", StringComparison.Ordinal) ? """ ":e":{"S":""} """
            : """ ":v":{"S":"a"} """;
        var extra = condition.Length == 0 ? "" : $$"""
            ,"SearchConditionExpression":"{{condition}}","ExpressionAttributeValues":{ {{value}} }
            """;

        var error = await engine.FailAsync("SearchVectors", SearchRequest(index, Numbers(1, 0, 0), maxResults, extra));

        Assert.Equal(("ValidationException", expected), error);
    }

    [Theory]
    [InlineData("""[{"N":"1"},{"N":"0"}]""", "Input search vector dimension 2 does not match vector index dimension 3")]
    [InlineData("""[{"L":[{"N":"1"},{"N":"0"},{"N":"0"}]}]""", "Search vector contains invalid values.*")]
    [InlineData("""[{"N":"1"},{"N":"1E39"},{"N":"0"}]""", "Search vector contains invalid values.*")]
    [InlineData("[]", "1 validation error detected: Value at 'SearchVector' failed to satisfy constraint: *")]
    [InlineData("null", "1 validation error detected: Value null at 'searchVector' failed to satisfy constraint: Member must not be null")]
    public async Task Search_WrongVector_IsRefused(string vector, string expected)
    {
        using var engine = await WithBothAsync();

        var (type, message) = await engine.FailAsync("SearchVectors", SearchRequest("plain", vector));

        Assert.Equal("ValidationException", type);
        Assert.StartsWith(expected.TrimEnd('*'), message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "ValidationException")]
    [InlineData("1.5", "SerializationException")]
    [InlineData("\"1\"", "SerializationException")]
    public async Task Search_WrongNumberOfResults_IsRefused(string maxResults, string expected)
    {
        using var engine = await WithBothAsync();
        var request = SearchRequest("plain", Numbers(1, 0, 0)).Replace("\"TopK\":10", $"\"TopK\":{maxResults}", StringComparison.Ordinal);
        Assert.Equal(expected, (await engine.FailAsync("SearchVectors", request)).Type);
    }

    [Fact]
    public async Task OtherReads_OfAVectorIndex_AreRefused()
    {
        using var engine = await WithBothAsync();

        var query = await engine.FailAsync("Query", """
            {"TableName":"tab","IndexName":"plain","KeyConditionExpression":"p = :p","ExpressionAttributeValues":{":p":{"S":"a"}}}
            """);
        var scan = await engine.FailAsync("Scan", """{"TableName":"tab","IndexName":"plain"}""");
        var statement = await engine.FailAsync("ExecuteStatement", """{"Statement":"SELECT * FROM \"tab\".\"plain\""}""");

        Assert.Equal(("ValidationException", "Query operation not supported on this index type."), query);
        Assert.Equal(("ValidationException", "Scan operation not supported on this index type"), scan);
        Assert.Equal(("ValidationException", "Scan operation not supported on this index type"), statement);
        Assert.Equal("ResourceNotFoundException", (await engine.FailAsync(
            "SearchVectors", SearchRequest("plain", Numbers(1, 0, 0)).Replace("\"tab\"", "\"missing\"", StringComparison.Ordinal))).Type);
    }

    private static string E(double number) => $"\"e\":{Vector(1, number, 0)}";
}
