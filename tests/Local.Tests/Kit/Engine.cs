using System.Text;
using System.Text.Json;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Sends requests to an engine as JSON text, which keeps tests close to the service's documentation.</summary>
internal static class Engine
{
    /// <summary>Sends a request that must succeed.</summary>
    public static async Task<JsonElement> OkAsync(this LocalDynamo engine, string operation, string body)
    {
        var (status, json) = await engine.CallAsync(operation, body);
        Assert.True(status == 200, $"{operation} gave {status}: {json}");
        return json;
    }

    /// <summary>Sends a request that must fail. Returns the name and the message of the error.</summary>
    public static async Task<(string Type, string Message)> FailAsync(this LocalDynamo engine, string operation, string body)
    {
        var (status, json) = await engine.CallAsync(operation, body);
        Assert.True(status >= 400, $"{operation} succeeded: {json}");
        var message = json.TryGetProperty("message", out var text) || json.TryGetProperty("Message", out text) ? text.GetString()! : "";
        return (json.GetProperty("__type").GetString()!.Split('#')[1], message);
    }

    /// <summary>Sends a request.</summary>
    public static async Task<(int Status, JsonElement Body)> CallAsync(this LocalDynamo engine, string operation, string body) =>
        await engine.CallAsync(operation, Encoding.UTF8.GetBytes(body));

    /// <summary>Sends any bytes as a request.</summary>
    public static async Task<(int Status, JsonElement Body)> CallAsync(this LocalDynamo engine, string operation, byte[] body)
    {
        var response = await engine.ExecuteAsync(operation, body, TestContext.Current.CancellationToken);
        using var buffer = response.Body;
        if (buffer.Length == 0)
            return (response.StatusCode, default);

        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1000 });
        return (response.StatusCode, document.RootElement.Clone());
    }

    /// <summary>Creates an engine with the table of <see cref="CreateTableAsync"/>.</summary>
    public static async Task<LocalDynamo> WithTableAsync(string? sortType = null)
    {
        var engine = LocalDynamo.InMemory();
        await engine.CreateTableAsync(sortType);
        return engine;
    }

    /// <summary>Creates a table with the partition key <c>p</c> and, if a type is given, the sort key <c>s</c>.</summary>
    public static Task CreateTableAsync(this LocalDynamo engine, string? sortType = null, string name = "tab") =>
        engine.OkAsync("CreateTable", CreateTableRequest(sortType, name));

    /// <summary>The request of <see cref="CreateTableAsync"/>.</summary>
    public static string CreateTableRequest(string? sortType = null, string name = "tab")
    {
        var sortAttribute = sortType is null ? "" : $$""", {"AttributeName":"s","AttributeType":"{{sortType}}"}""";
        var sortKey = sortType is null ? "" : """, {"AttributeName":"s","KeyType":"RANGE"}""";
        return $$"""
            {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}{{sortAttribute}}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}{{sortKey}}]}
            """;
    }
}
