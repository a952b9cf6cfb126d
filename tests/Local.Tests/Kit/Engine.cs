using System.Text;
using System.Text.Json;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Talks to an engine in JSON text, which keeps tests close to what stands in the service's documentation.</summary>
internal static class Engine
{
    /// <summary>Sends a request that must succeed.</summary>
    public static async Task<JsonElement> OkAsync(this LocalDynamo engine, string operation, string body)
    {
        var (status, json) = await engine.CallAsync(operation, body);
        Assert.True(status == 200, $"{operation} gave {status}: {json}");
        return json;
    }

    /// <summary>Sends a request that must fail, and gives the error's name and message.</summary>
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

    /// <summary>Sends a request of any bytes.</summary>
    public static async Task<(int Status, JsonElement Body)> CallAsync(this LocalDynamo engine, string operation, byte[] body)
    {
        var response = await engine.ExecuteAsync(operation, body, TestContext.Current.CancellationToken);
        using var buffer = response.Body;
        if (buffer.Length == 0)
            return (response.StatusCode, default);

        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1000 });
        return (response.StatusCode, document.RootElement.Clone());
    }

    /// <summary>An engine with a table <c>t</c> of the partition key <c>p</c>, and the sort key <c>s</c> of the type given, if any.</summary>
    public static async Task<LocalDynamo> WithTableAsync(string? sortType = null)
    {
        var engine = LocalDynamo.InMemory();
        await engine.CreateTableAsync(sortType);
        return engine;
    }

    /// <summary>Makes a table of the partition key <c>p</c>, and the sort key <c>s</c> of the type given, if any.</summary>
    public static async Task CreateTableAsync(this LocalDynamo engine, string? sortType = null, string name = "tab")
    {
        var sortAttribute = sortType is null ? "" : $$""", {"AttributeName":"s","AttributeType":"{{sortType}}"}""";
        var sortKey = sortType is null ? "" : """, {"AttributeName":"s","KeyType":"RANGE"}""";
        await engine.OkAsync("CreateTable", $$"""
            {"TableName":"{{name}}","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"}{{sortAttribute}}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"}{{sortKey}}]}
            """);
    }
}
