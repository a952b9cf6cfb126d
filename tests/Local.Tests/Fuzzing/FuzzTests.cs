using System.Text;
using DynamoToolkit.Local.Tests.Kit;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Local.Tests.Fuzzing;

public sealed class FuzzTests
{
    private static readonly HashSet<string> Errors =
    [
        "ValidationException", "SerializationException", "ResourceNotFoundException", "ResourceInUseException", "LimitExceededException",
        "AccessDeniedException", "ConditionalCheckFailedException", "TransactionCanceledException",
        "IdempotentParameterMismatchException", "TrimmedDataAccessException", "ExpiredIteratorException",
    ];

    [Fact]
    public async Task Corpus_Unspoilt_Succeeds()
    {
        using var engine = await StartAsync();
        foreach (var (operation, body) in Corpus.Requests.Where(static request => request.Operation != "DeleteTable"))
            await engine.OkAsync(operation, body);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnyRequest_Mangled_EndsInAnAnswerOrANamedError(int seed)
    {
        using var engine = await StartAsync();
        var mangler = new Mangler(seed);
        for (var round = 0; round < 150; round++)
        {
            foreach (var (operation, body) in Corpus.Requests)
            {
                var mangled = mangler.Mangle(body);
                var (status, answer) = await engine.CallAsync(operation, mangled);
                var known = status == 200 || (status == 400 && Errors.Contains(answer.GetProperty("__type").GetString()!.Split('#')[1]));
                Assert.True(known, $"{operation} of {Encoding.UTF8.GetString(mangled)} gave {status}: {answer}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("\u00ff")]
    public async Task AnyOperation_BodyIsNotAnObject_IsASerializationException(string body)
    {
        using var engine = LocalDynamo.InMemory();
        foreach (var (operation, _) in Corpus.Requests)
            Assert.Equal("SerializationException", (await engine.FailAsync(operation, body)).Type);
    }

    [Fact]
    public async Task Body_NotUtf8_IsASerializationException()
    {
        using var engine = LocalDynamo.InMemory();

        var (_, answer) = await engine.CallAsync("PutItem", [.. "{\"TableName\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.EndsWith("SerializationException", answer.GetProperty("__type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, "ValidationException")]
    [InlineData(10_000, "SerializationException")]
    public async Task Item_NestedTooDeeply_IsRefused(int levels, string type)
    {
        using var engine = await Engine.WithTableAsync();
        var open = string.Concat(Enumerable.Repeat("{\"L\":[", levels));
        var close = string.Concat(Enumerable.Repeat("]}", levels));
        var nested = open + "{\"S\":\"x\"}" + close;

        Assert.Equal(type, (await engine.FailAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"v":{{nested}} } }""")).Type);
    }

    [Fact]
    public async Task Item_NestedAsDeeplyAsAllowed_IsKept()
    {
        using var engine = await Engine.WithTableAsync();
        var nested = string.Concat(Enumerable.Repeat("{\"L\":[", 31)) + "{\"S\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", 31));

        await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"},"v":{{nested}} } }""");

        var stored = await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"a"}}}""");
        Assert.Contains(nested, stored.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_ThatNestsTooDeeply_IsRefused()
    {
        using var engine = await Engine.WithTableAsync();
        var nested = string.Concat(Enumerable.Repeat("{\"L\":[", 30)) + "{\"S\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", 30));
        string Update(string path) => $$"""
            {"TableName":"tab","Key":{"p":{"S":"a"} },"UpdateExpression":"SET {{path}} = :v",
             "ExpressionAttributeValues":{":v":{{nested}} } }
            """;
        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"v":{"M":{"w":{"M":{}}}}}}""");

        await engine.OkAsync("UpdateItem", Update("v.x"));
        var error = await engine.FailAsync("UpdateItem", Update("v.w.x"));

        Assert.Equal("ValidationException", error.Type);
        Assert.Contains("Nesting Levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_OfVeryManyAttributes_IsEvaluated()
    {
        using var engine = await Engine.WithTableAsync();
        var expected = string.Join(',', Enumerable.Range(0, 100_000).Select(static i => $$"""
            "a{{i}}":{"Exists":false}
            """));

        await engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"a"} },"Expected":{ {{expected}} } }""");
    }

    [Fact]
    public async Task Member_Twice_CountsTheLast()
    {
        using var engine = await Engine.WithTableAsync();

        await engine.OkAsync("PutItem", """{"TableName":"tab","Item":{"p":{"S":"a"},"v":{"S":"1"},"v":{"S":"2"}}}""");

        var stored = await engine.OkAsync("GetItem", """{"TableName":"tab","Key":{"p":{"S":"a"}}}""");
        Assert.Contains("\"2\"", stored.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<LocalDynamo> StartAsync()
    {
        // The names of streams have their time.
        var engine = LocalDynamo.InMemory(new() { TimeProvider = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) });
        await engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"N"},
              {"AttributeName":"g","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
             "LocalSecondaryIndexes":[{"IndexName":"loc",
              "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"g","KeyType":"RANGE"}],
              "Projection":{"ProjectionType":"KEYS_ONLY"}}],
             "GlobalSecondaryIndexes":[{"IndexName":"glo",
              "KeySchema":[{"AttributeName":"g","KeyType":"HASH"},{"AttributeName":"p","KeyType":"RANGE"}],
              "Projection":{"ProjectionType":"ALL"}}]}
            """);
        return engine;
    }
}
