using DynamoToolkit.Local.Tests.Kit;
using static DynamoToolkit.Local.Tests.VectorIndexes.VectorKit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>Vector indexes in CreateTable, UpdateTable and DescribeTable.</summary>
public sealed class VectorIndexDefinitionTests
{
    private const string Invalid = "One or more parameter values were invalid: ";
    private const string TenantTwice = """
        ,"SearchSchema":[{"AttributeName":"tenant","SearchSchemaElementType":"HASH"},
         {"AttributeName":"year","SearchSchemaElementType":"HASH"}]
        """;

    private const string Unknown = ""","SearchSchema":[{"AttributeName":"unknown","SearchSchemaElementType":"HASH"}]""";
    private const string ByYear = ""","SearchSchema":[{"AttributeName":"year","SearchSchemaElementType":"HASH"}]""";
    private const string Global = """
        ,"GlobalSecondaryIndexes":[{"IndexName":"plain","KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],
         "Projection":{"ProjectionType":"ALL"}}]
        """;

    public static TheoryData<string, string> Mistakes => new()
    {
        { CreateRequest(Index("near", dimensions: 0)), "1 validation error detected: Value '0' at 'vectorIndexes.1.member.dimensions'*" },
        { CreateRequest(Index("ab")), "*Member must have length greater than or equal to 3" },
        { CreateRequest(Index("near", "MANHATTAN")), "*Member must satisfy enum value set: [COSINE, DOT_PRODUCT, EUCLIDEAN]" },
        { CreateRequest(Index("near", extra: ",\"SearchSchema\":[]")), "*'vectorIndexes.1.member.searchSchema'*" },
        { CreateRequest("{}"), "5 validation errors detected: *" },
        { CreateRequest("", ""), $"{Invalid}List of VectorIndexes is empty" },
        { CreateRequest(Index("near", dimensions: 4097)), $"{Invalid}Number of dimensions must be between 1 and 4096 inclusive." },
        { CreateRequest(Index("near", extra: Unknown)), $"{Invalid}One element in SearchSchema is not defined in attribute definitions" },
        { CreateRequest(Index("near", extra: TenantTwice)), $"{Invalid}The SearchSchema exceeds the maximum allowed number of HASH*" },
        { CreateRequest($"{Index("near")}, {Index("near")}"), $"{Invalid}Duplicate index name: near" },
        { CreateRequest(Both, extra: Global), $"{Invalid}Duplicate index name: plain" },
        {
            CreateRequest(string.Join(", ", Enumerable.Range(1, 6).Select(static number => Index($"near{number}"))), ""),
            $"{Invalid}VectorIndex count exceeds the per-table limit of 5"
        },
        {
            CreateRequest($"{Index("near")}, {Index("far", dimensions: 4)}", ""),
            $"{Invalid}Conflicting attribute definition for 'e'. "
            + "All VectorIndexes on the same vector attribute must use the same dimensions."
        },
        {
            CreateRequest(Index("near", attribute: "p"), ""),
            $"{Invalid}Conflicting attribute definition for 'p'. "
            + "An attribute cannot be defined in AttributeDefinitions when used as a VectorAttribute."
        },
        {
            CreateRequest(Index("near"), "", "\"PROVISIONED\"", """
                ,"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}
                """),
            $"{Invalid}Vector indexes are only supported for PAY_PER_REQUEST tables"
        },
        { CreateRequest(Index("near")), $"{Invalid}Some AttributeDefinitions are not used.*" },
        {
            CreateRequest(Index("near", projection: "\"INCLUDE\"")),
            $"{Invalid}ProjectionType is INCLUDE, but NonKeyAttributes is not specified"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Create_Mistaken_IsRefused(string request, string expected)
    {
        using var engine = LocalDynamo.InMemory();

        var (type, message) = await engine.FailAsync("CreateTable", request);

        Assert.Equal("ValidationException", type);
        var parts = expected.Split('*', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        if (!expected.Contains('*', StringComparison.Ordinal))
            Assert.Equal(expected, message);
    }

    [Fact]
    public async Task Describe_HasTheDefinitionAndTheSize()
    {
        using var engine = LocalDynamo.InMemory();
        var created = await engine.OkAsync("CreateTable", CreateRequest(Both));
        await engine.PutAsync("1", $$"""{{E}}, "tenant":{"S":"a"}""");
        await engine.PutAsync("2", E);

        var plain = await engine.DescribeAsync("plain");
        var schema = await engine.DescribeAsync("schema");

        var creating = created.GetProperty("TableDescription").GetProperty("VectorIndexes")[0];
        Assert.Equal("CREATING", creating.GetProperty("IndexStatus").GetString());
        Assert.Equal(
            """
            {"IndexName":"schema","VectorAttribute":{"AttributeName":"e"},"Dimensions":3,"DistanceFunction":"COSINE",
            "SearchSchema":[{"AttributeName":"tenant","SearchSchemaElementType":"HASH"},
            {"AttributeName":"year","SearchSchemaElementType":"INLINE_FILTER"}],
            "Projection":{"ProjectionType":"ALL"},"IndexStatus":"ACTIVE","IndexSizeBytes":22,"ItemCount":1,
            "IndexArn":"arn:aws:dynamodb:us-east-1:111122223333:table/tab/index/schema"}
            """.ReplaceLineEndings(""),
            schema.GetRawText());
        Assert.False(plain.TryGetProperty("SearchSchema", out _));
        Assert.Equal(2, plain.GetProperty("ItemCount").GetInt64());
    }

    [Fact]
    public async Task Update_AddsAndRemovesAnIndex()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.PutAsync("1", $"{E}, \"year\":{{\"N\":\"1\"}}");
        await engine.PutAsync("2", "\"e\":{\"S\":\"no vector\"}");

        await engine.OkAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("near", extra: ByYear)}} }""", Year));
        var described = await engine.DescribeAsync("near");
        var found = await engine.SearchAsync("near", Numbers(1, 0, 0), extra: """
            ,"SearchConditionExpression":"#y = :y","ExpressionAttributeNames":{"#y":"year"},"ExpressionAttributeValues":{":y":{"N":"1"} }
            """);
        await engine.OkAsync("UpdateTable", UpdateRequest("""{"Delete":{"IndexName":"near"}}"""));
        var left = (await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""")).GetProperty("Table");

        Assert.Equal(("ACTIVE", 1), (described.GetProperty("IndexStatus").GetString(), described.GetProperty("ItemCount").GetInt32()));
        Assert.Equal("1", Assert.Single(found).Key);
        Assert.False(left.TryGetProperty("VectorIndexes", out _));
        Assert.Equal(1, left.GetProperty("AttributeDefinitions").GetArrayLength());
    }

    [Fact]
    public async Task Update_Mistaken_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        var create = $$"""{"Create":{{Index("near")}} }""";
        await engine.OkAsync("UpdateTable", UpdateRequest(create));
        (string Type, string Message)[] errors =
        [
            await engine.FailAsync("UpdateTable", UpdateRequest(create)),
            await engine.FailAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("one")}} }, {"Create":{{Index("two")}} }""")),
            await engine.FailAsync("UpdateTable", UpdateRequest("{}")),
            await engine.FailAsync("UpdateTable", UpdateRequest("")),
            await engine.FailAsync("UpdateTable", UpdateRequest("""{"Delete":{"IndexName":"missing"}}""")),
            await engine.FailAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("by-p", attribute: "p")}} }""")),
            await engine.FailAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("far", dimensions: 4)}} }""")),
            await engine.FailAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("by-year", extra: ByYear)}} }""")),
            await engine.FailAsync("UpdateTable", """
                {"TableName":"tab","BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}
                """),
            await engine.FailAsync("UpdateTable", """
                {"TableName":"tab","GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"near"}}]}
                """),
        ];

        Assert.Equal(
            [
                "Attempting to create an index which already exists: near",
                "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
                $"{Invalid}One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null",
                $"{Invalid}List of VectorIndexUpdates is empty",
                "Requested resource not found",
                $"{Invalid}Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
                + "Existing schema: Schema:[SchemaElement: key{p:S:HASH}] "
                + "New schema: VectorIndexSchema:[VectorAttribute: key{p:L:3}]",
                $"{Invalid}Conflicting attribute definition for 'e'. "
                + "All VectorIndexes on the same vector attribute must use the same dimensions.",
                $"{Invalid}One element in SearchSchema is not defined in attribute definitions",
                $"{Invalid}Vector indexes are only supported for PAY_PER_REQUEST tables",
                "Cannot delete an index that is not a GlobalSecondaryIndex: near",
            ],
            errors.Select(static error => error.Message));
        Assert.Equal("LimitExceededException", errors[1].Type);
        Assert.Equal("ResourceNotFoundException", errors[4].Type);
    }

    [Fact]
    public async Task Update_BeyondTheLimit_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        foreach (var number in Enumerable.Range(1, 5))
            await engine.OkAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index($"near{number}")}} }"""));

        var error = await engine.FailAsync("UpdateTable", UpdateRequest($$"""{"Create":{{Index("near6")}} }"""));

        Assert.Equal(
            ("LimitExceededException", "Subscriber limit exceeded: Number of vector secondary indexes exceeds per-table limit of 5"),
            error);
    }

    private const string Year = ""","AttributeDefinitions":[{"AttributeName":"year","AttributeType":"N"}]""";

    private static string E => $"\"e\":{Vector(0, 1, 0)}";

    private static string UpdateRequest(string updates, string extra = "") =>
        $$"""{"TableName":"tab","VectorIndexUpdates":[{{updates}}]{{extra}} }""";
}
