using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Durability;

/// <summary>The content of an engine as text, for comparisons.</summary>
internal static class Content
{
    /// <summary>Writes an item of the table <c>tab</c>.</summary>
    public static Task PutAsync(LocalDynamo engine, string key, int value) =>
        engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"},"n":{"N":"{{value}}"} } }""");

    /// <summary>All items of the table <c>tab</c>, key=value, sorted.</summary>
    public static async Task<List<string>> ReadAsync(LocalDynamo engine)
    {
        var answer = await engine.OkAsync("Scan", """{"TableName":"tab"}""");
        return [.. answer.GetProperty("Items").EnumerateArray()
            .Select(static item => $"{item.GetProperty("p").GetProperty("S")}={item.GetProperty("n").GetProperty("N")}")
            .Order(StringComparer.Ordinal)];
    }
}
