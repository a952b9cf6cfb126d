using DynamoToolkit.Local.Tests.Kit;
using static DynamoToolkit.Local.Tests.VectorIndexes.VectorKit;

namespace DynamoToolkit.Local.Tests.VectorIndexes;

/// <summary>What can be written to a table with vector indexes, and what it costs.</summary>
public sealed class VectorWriteTests
{
    private const string Invalid = "One or more parameter values were invalid. ";

    public static TheoryData<string, string> Mistakes => new()
    {
        { $"\"e\":{Vector(1, 0)}", $"{Invalid}Invalid size for parameter e, Expected: 3, Actual: 2 IndexName: plain" },
        { "\"e\":{\"S\":\"x\"}", $"{Invalid}Invalid type for parameter e, Expected: 32-bit floating point number list IndexName: plain" },
        {
            """ "e":{"L":[{"N":"1"},{"S":"x"},{"N":"0"}]} """,
            $"{Invalid}Invalid type for parameter e[1], Expected: 32-bit floating point number, Actual: S. IndexName: plain"
        },
        {
            """ "e":{"L":[{"N":"1"},{"N":"0"},{"N":"-1.3E+40"}]} """,
            $"{Invalid}Invalid value for parameter e[2], Value: -1.3E+40 is outside valid range [-3.4028235E38, 3.4028235E38]. "
            + "IndexName: plain"
        },
        { "\"tenant\":{\"N\":\"1\"}", $"{Invalid}Attribute 'tenant' type mismatch. Expected: S, Actual: N. IndexName: schema" },
        { "\"year\":{\"S\":\"1\"}", $"{Invalid}Attribute 'year' type mismatch. Expected: N, Actual: S. IndexName: schema" },
        {
            "\"tenant\":{\"S\":\"\"}",
            "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: schema, IndexKey: tenant"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Put_WhatAnIndexCannotHold_IsRefused(string attributes, string expected)
    {
        using var engine = await WithBothAsync();

        var put = await engine.FailAsync("PutItem", PutRequest("a", attributes));
        var plain = await engine.FailAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"}, {{attributes}} } }""");
        var batch = await engine.FailAsync(
            "BatchWriteItem", $$"""{"RequestItems":{"tab":[{"PutRequest":{"Item":{"p":{"S":"a"}, {{attributes}} } } }] } }""");

        Assert.Equal(("ValidationException", expected), put);
        Assert.Equal(put, plain);
        Assert.Equal(put, batch);
        Assert.Equal(0, (await engine.OkAsync("Scan", """{"TableName":"tab"}""")).GetProperty("Count").GetInt32());
    }

    [Fact]
    public async Task Transaction_WithAWrongVector_IsCancelled()
    {
        using var engine = await WithBothAsync();

        var (type, message) = await engine.FailAsync("TransactWriteItems", $$"""
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"a"},"e":{{Vector(1)}} } } }]}
            """);

        Assert.Equal("TransactionCanceledException", type);
        Assert.Contains("[ValidationError]", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transaction_WithAnEmptyPartitionKey_FailsAsAWhole()
    {
        using var engine = await WithBothAsync();

        var put = await engine.FailAsync("TransactWriteItems", """
            {"TransactItems":[{"Put":{"TableName":"tab","Item":{"p":{"S":"a"},"tenant":{"S":""}}}}]}
            """);
        var updated = await engine.FailAsync("UpdateItem", """
            {"TableName":"tab","Key":{"p":{"S":"a"}},"UpdateExpression":"SET tenant = :t","ExpressionAttributeValues":{":t":{"S":""}}}
            """);

        Assert.Equal("ValidationException", put.Type);
        Assert.EndsWith("IndexName: schema, IndexKey: tenant", put.Message, StringComparison.Ordinal);
        Assert.Equal(
            "One or more parameter values are not valid. "
            + "The update expression attempted to update a secondary index key to a value that is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty string value.",
            updated.Message);
    }

    [Fact]
    public async Task Update_ChecksOnlyWhatItChanges()
    {
        using var engine = await Engine.WithTableAsync();
        await engine.PutAsync("old", "\"e\":{\"S\":\"no vector\"}");
        await engine.OkAsync("UpdateTable", $$"""{"TableName":"tab","VectorIndexUpdates":[{"Create":{{Index("near")}} }]}""");

        await UpdateAsync(engine, "SET x = :v", "{\"S\":\"x\"}");
        Assert.Empty(await engine.SearchAsync("near", Numbers(1, 0, 0)));
        var request = UpdateRequest("SET e[0] = :v", "{\"N\":\"1\"}");
        await UpdateAsync(engine, "SET e = :v", Vector(1, 2, 3));
        Assert.Single(await engine.SearchAsync("near", Numbers(1, 0, 0)));
        await engine.OkAsync("UpdateItem", request);
        var nested = await engine.FailAsync("UpdateItem", UpdateRequest("SET e[1] = :v", "{\"S\":\"x\"}"));
        var longer = await engine.FailAsync("UpdateItem", UpdateRequest("SET e[9] = :v", "{\"N\":\"1\"}"));
        await engine.OkAsync("UpdateItem", """{"TableName":"tab","Key":{"p":{"S":"old"}},"UpdateExpression":"REMOVE e"}""");

        Assert.Equal(
            $"{Invalid}Invalid type for parameter e[1], Expected: 32-bit floating point number, Actual: S. IndexName: near",
            nested.Message);
        Assert.Equal($"{Invalid}Invalid size for parameter e, Expected: 3, Actual: 4 IndexName: near", longer.Message);
        Assert.Empty(await engine.SearchAsync("near", Numbers(1, 0, 0)));
    }

    [Fact]
    public async Task Write_ReportsTheBytesOfTheEntriesThatItChanges()
    {
        using var engine = LocalDynamo.InMemory();
        await engine.OkAsync(
            "CreateTable", CreateRequest($"{Index("all")}, {Index("keys", projection: "\"KEYS_ONLY\"")}", attributes: ""));
        var text = new string('x', 1500);

        var first = await engine.PutAsync("1", $$"""{{E}}, "x":{"S":"{{text}}"}""");
        var same = await engine.PutAsync("1", $$"""{{E}}, "x":{"S":"{{text}}"}""");
        var other = await engine.PutAsync("1", $$"""{{E}}, "x":{"S":"y"}""");
        var none = await engine.PutAsync("2", "\"x\":{\"S\":\"x\"}");
        var deleted = await engine.OkAsync(
            "DeleteItem", """{"TableName":"tab","Key":{"p":{"S":"1"}},"ReturnConsumedCapacity":"INDEXES"}""");

        // p and 1, e and 4 bytes for each dimension, x and the text.
        Assert.Equal(2 + 13 + 1501, Bytes(first, "all"));
        Assert.Equal(1024, Bytes(first, "keys"));
        Assert.False(same.GetProperty("ConsumedCapacity").TryGetProperty("VectorIndexes", out _));
        Assert.Equal(2 + 13 + 1501, Bytes(other, "all"));
        Assert.Null(Bytes(other, "keys"));
        Assert.False(none.GetProperty("ConsumedCapacity").TryGetProperty("VectorIndexes", out _));
        Assert.Equal(1024, Bytes(deleted, "all"));
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(1025, 2)]
    public async Task Write_CountsFourBytesForEachDimension(int bytes, int units)
    {
        const string Wide = """{"N":"12345678901234567890123456789012345678"}""";
        using var engine = await WithBothAsync();

        // p and 1, e and 4 bytes for each dimension, x.
        var text = new string('x', bytes - 2 - 13 - 1);
        var written = await engine.PutAsync("1", $$"""
            "e":{"L":[{{Wide}}, {{Wide}}, {{Wide}}]}, "x":{"S":"{{text}}"}
            """);

        Assert.Equal(units, written.GetProperty("ConsumedCapacity").GetProperty("CapacityUnits").GetInt32());
    }

    private static string E => $"\"e\":{Vector(0, 1, 0)}";

    private static long? Bytes(System.Text.Json.JsonElement response, string index) =>
        response.GetProperty("ConsumedCapacity").GetProperty("VectorIndexes").TryGetProperty(index, out var found)
            ? found.GetProperty("VectorWriteRequestBytes").GetInt64()
            : null;

    private static Task UpdateAsync(LocalDynamo engine, string expression, string value) =>
        engine.OkAsync("UpdateItem", UpdateRequest(expression, value));

    private static string UpdateRequest(string expression, string value) => $$"""
        {"TableName":"tab","Key":{"p":{"S":"old"} },"UpdateExpression":"{{expression}}","ExpressionAttributeValues":{":v":{{value}} } }
        """;
}
