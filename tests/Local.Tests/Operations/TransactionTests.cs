using System.Text.Json;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Operations;

/// <summary>Cancelled and repeated transactions.</summary>
public sealed class TransactionTests
{
    private const string Put = """
        {"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"n":{"N":"1.0"},"s":{"SS":["a","b"]},"m":{"M":{"x":{"NS":["1","2"]}}}}}}
        """;

    [Theory]
    [InlineData("""{"Put":{"Item":{"n":{"N":"1.0"},"s":{"SS":["a","b"]},MAP,"p":{"S":"t"}},"TableName":"tab"}}""")]
    [InlineData("""{ "Put" : {"TableName":"tab", "Item":{"p":{"S":"t"},"n":{"N":"1.0"},"s":{"SS":["a","b"]},MAP} } }""")]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"p":{"S":"\u0074"},"n":{"N":"1.0"},"s":{"SS":["b","a"]},MAP}}}""")]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"n":{"N":"1"},"s":{"SS":["a","b"]},MAP},"ConditionExpression":null}}""")]
    public async Task Token_SameActionsInOtherWords_AreTheSame(string repetition)
    {
        using var engine = await Engine.WithTableAsync();
        await WriteAsync(engine, Put);

        var response = await WriteAsync(
            engine, repetition.Replace("MAP", """ "m":{"M":{"x":{"NS":["2.0","1"]}}}""", StringComparison.Ordinal));

        Assert.Equal(JsonValueKind.Object, response.ValueKind);
    }

    [Theory]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"p":{"S":""}}}}""")]
    [InlineData("""{"Delete":{"TableName":"tab","Key":{"p":{"S":""}}}}""")]
    [InlineData("""{"ConditionCheck":{"TableName":"tab","Key":{"p":{"S":""}},"ConditionExpression":"attribute_exists(p)"}}""")]
    [InlineData("""{"Update":{"TableName":"tab","Key":{"p":{"S":""}},"UpdateExpression":"REMOVE n"}}""")]
    public async Task EmptyKey_IsAnErrorOfTheRequestAndNoReason(string action)
    {
        using var engine = await Engine.WithTableAsync();

        Assert.Equal(
            (
                "ValidationException",
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. "
                    + "Key: p"),
            await engine.FailAsync("TransactWriteItems", Request(action)));
    }

    [Theory]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"n":{"N":"1.0"},"s":{"SS":["a"]},"m":{"M":{"x":{"NS":["1","2"]}}}}}}""")]
    [InlineData("""{"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"n":{"S":"1.0"}}}}""")]
    [InlineData("""{"Delete":{"TableName":"tab","Key":{"p":{"S":"t"}}}}""")]
    public async Task Token_OtherActions_AreAMismatch(string other)
    {
        using var engine = await Engine.WithTableAsync();
        await WriteAsync(engine, Put);

        var (type, _) = await engine.FailAsync("TransactWriteItems", Request(other));

        Assert.Equal("IdempotentParameterMismatchException", type);
    }

    [Fact]
    public async Task Token_OrderOfAList_Matters()
    {
        using var engine = await Engine.WithTableAsync();
        await WriteAsync(engine, """{"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"l":{"L":[{"S":"a"},{"S":"b"}]}}}}""");

        var (type, _) = await engine.FailAsync(
            "TransactWriteItems", Request("""{"Put":{"TableName":"tab","Item":{"p":{"S":"t"},"l":{"L":[{"S":"b"},{"S":"a"}]}}}}"""));

        Assert.Equal("IdempotentParameterMismatchException", type);
    }

    // The service checks the keys of all actions first and stops at the first mistake, so that no other action has a reason.
    [Theory]
    [InlineData("WrongKey, WrongKey, FailedCondition", "ValidationError, None, None")]
    [InlineData("FailedCondition, WrongKey, Fine", "None, ValidationError, None")]
    [InlineData("Fine, FailedCondition, Fine, FailedCondition", "None, ConditionalCheckFailed, None, ConditionalCheckFailed")]
    public async Task Cancelled_Reasons_AreThoseOfTheFirstKindOfMistake(string actions, string reasons)
    {
        using var engine = await Engine.WithTableAsync();
        var items = actions.Split(", ").Select(static (action, i) => action switch
        {
            "WrongKey" => """{"Put":{"TableName":"tab","Item":{"p":{"N":"7"}}}}""",
            "FailedCondition" => $$"""
                {"Put":{"TableName":"tab","Item":{"p":{"S":"{{i}}"} },"ConditionExpression":"attribute_exists(p)"} }
                """,
            _ => $$"""{"Put":{"TableName":"tab","Item":{"p":{"S":"{{i}}"} } } }""",
        });

        var (_, body) = await engine.CallAsync("TransactWriteItems", $$"""{"TransactItems":[{{string.Join(',', items)}}]}""");

        var codes = body.GetProperty("CancellationReasons").EnumerateArray()
            .Select(static reason => reason.GetProperty("Code").GetString());
        Assert.Equal(reasons, string.Join(", ", codes));
    }

    private static Task<JsonElement> WriteAsync(LocalDynamo engine, string action) => engine.OkAsync("TransactWriteItems", Request(action));

    private static string Request(string action) => $$"""{"ClientRequestToken":"token","TransactItems":[{{action}}]}""";
}
