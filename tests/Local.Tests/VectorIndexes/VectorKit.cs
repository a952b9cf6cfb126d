using System.Globalization;
using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>Requests for tables with vector indexes.</summary>
internal static class VectorKit
{
    /// <summary>Two indexes of one attribute: <c>plain</c>, and <c>schema</c> with a partition key and a filter.</summary>
    public static readonly string Both = $"{Index("plain")}, {Index("schema", extra: Schema)}";

    private const string TenantAndYear = """
        , {"AttributeName":"tenant","AttributeType":"S"}, {"AttributeName":"year","AttributeType":"N"}
        """;

    private const string Schema = """
        , "SearchSchema":[{"AttributeName":"tenant","SearchSchemaElementType":"HASH"},
         {"AttributeName":"year","SearchSchemaElementType":"INLINE_FILTER"}]
        """;

    /// <summary>The definition of an index.</summary>
    public static string Index(
        string name,
        string distance = "COSINE",
        int dimensions = 3,
        string projection = "\"ALL\"",
        string attribute = "e",
        string extra = "") =>
        $$"""
        {"IndexName":"{{name}}","VectorAttribute":{"AttributeName":"{{attribute}}"},"Dimensions":{{dimensions}},
         "DistanceFunction":"{{distance}}","Projection":{"ProjectionType":{{projection}} }{{extra}} }
        """;

    /// <summary>A request for a table with vector indexes.</summary>
    public static string CreateRequest(
        string indexes, string attributes = TenantAndYear, string billing = "\"PAY_PER_REQUEST\"", string extra = "") => $$"""
        {"TableName":"tab","BillingMode":{{billing}},"AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}{{attributes}}],
         "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}],"VectorIndexes":[{{indexes}}]{{extra}} }
        """;

    /// <summary>An engine with the table of <see cref="Both"/>.</summary>
    public static async Task<LocalDynamo> WithBothAsync()
    {
        var engine = LocalDynamo.InMemory();
        await engine.OkAsync("CreateTable", CreateRequest(Both));
        return engine;
    }

    /// <summary>A vector as an item has it.</summary>
    public static string Vector(params IEnumerable<double> numbers) => $$"""{"L":{{Numbers(numbers)}} }""";

    /// <summary>A vector as a search has it.</summary>
    public static string Numbers(params IEnumerable<double> numbers) => "[" + string.Join(
        ", ", numbers.Select(static number => $$"""{"N":"{{number.ToString("R", CultureInfo.InvariantCulture)}}"}""")) + "]";

    /// <summary>Puts an item.</summary>
    public static Task<JsonElement> PutAsync(this LocalDynamo engine, string key, string attributes) =>
        engine.OkAsync("PutItem", PutRequest(key, attributes));

    /// <summary>A request that puts an item.</summary>
    public static string PutRequest(string key, string attributes) => $$"""
        {"TableName":"tab","Item":{"p":{"S":"{{key}}"}, {{attributes}} },"ReturnConsumedCapacity":"INDEXES"}
        """;

    /// <summary>A search.</summary>
    public static string SearchRequest(string index, string vector, int maxResults = 10, string extra = "") => $$"""
        {"TableName":"tab","IndexName":"{{index}}","SearchVector":{{vector}},"TopK":{{maxResults}}{{extra}} }
        """;

    /// <summary>Searches, and returns the keys and the scores.</summary>
    public static async Task<List<(string Key, double Score)>> SearchAsync(
        this LocalDynamo engine, string index, string vector, int maxResults = 10, string extra = "")
    {
        var found = await engine.OkAsync("SearchVectors", SearchRequest(index, vector, maxResults, extra));
        return
        [
            .. found.GetProperty("SearchResults").EnumerateArray().Select(static result =>
                (result.GetProperty("Item").GetProperty("p").GetProperty("S").GetString()!, result.GetProperty("Score").GetDouble())),
        ];
    }

    /// <summary>The description of an index.</summary>
    public static async Task<JsonElement> DescribeAsync(this LocalDynamo engine, string index, string table = "tab")
    {
        var described = (await engine.OkAsync("DescribeTable", $$"""{"TableName":"{{table}}"}""")).GetProperty("Table");
        return described.GetProperty("VectorIndexes").EnumerateArray().Single(known => known.GetProperty("IndexName").GetString() == index);
    }
}
