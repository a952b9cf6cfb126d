using System.Text;
using System.Text.Json.Nodes;
using DynamoToolkit.Local;

namespace TrackingStore.Tests.Support;

/// <summary>Looks at an engine's items as they are stored.</summary>
internal static class EngineExtensions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>How many items a partition of the table has, whatever they are.</summary>
    public static async Task<int> CountAsync(this LocalDynamo engine, string partition)
    {
        var items = await ReadAsync(
            engine, "Query", $$"""
            "KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"{{partition}}"} }
            """);
        return items.Count;
    }

    /// <summary>The reservations of unique values, sorted: value and owner of each.</summary>
    public static async Task<List<string>> ReservationsAsync(this LocalDynamo engine)
    {
        var items = await ReadAsync(
            engine, "Scan", """
            "FilterExpression":"begins_with(pk, :p)","ExpressionAttributeValues":{":p":{"S":"UNIQUE#"} }
            """);
        return [.. items.Select(item => $"{item["uniqueValue"]!["S"]} {item["uniqueOwner"]!["S"]}").Order(StringComparer.Ordinal)];
    }

    private static async Task<List<JsonNode>> ReadAsync(LocalDynamo engine, string operation, string what)
    {
        var (items, start) = (new List<JsonNode>(), "");
        do
        {
            var body = $$"""{"TableName":"tracking",{{what}}{{start}} }""";
            var response = await engine.ExecuteAsync(operation, Encoding.UTF8.GetBytes(body), Ct);
            using var content = response.Body;
            Assert.Equal(200, response.StatusCode);
            var answer = JsonNode.Parse(content.WrittenSpan)!;
            items.AddRange(answer["Items"]!.AsArray().Select(item => item!));
            start = answer["LastEvaluatedKey"] is { } last ? $""","ExclusiveStartKey":{last.ToJsonString()}""" : "";
        }
        while (start.Length > 0);
        return items;
    }
}
