using System.Text;
using System.Text.Json.Nodes;
using DynamoToolkit.Local;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>Looks at items of an engine as they are stored, and stores what the library does not write.</summary>
internal static class EngineExtensions
{
    /// <summary>An item with all its attributes, sorted by name.</summary>
    public static async Task<string> ItemTextAsync<T>(
        this LocalDynamo engine, string table, ItemKey<T> key, CancellationToken cancellationToken)
        where T : IItem<T>
    {
        var answer = await ExecuteAsync(engine, "GetItem", $$"""{"TableName":"{{table}}","Key":{{TextOf(key)}} }""", cancellationToken);
        return string.Join(
            '\n',
            answer["Item"]!.AsObject().OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(
                attribute => $"{attribute.Key}: {attribute.Value!.ToJsonString()}"));
    }

    /// <summary>Stores NULL in an attribute.</summary>
    public static async Task UpdateItemWithNullAsync<T>(
        this LocalDynamo engine, string table, ItemKey<T> key, string attribute, CancellationToken cancellationToken)
        where T : IItem<T> =>
        await ExecuteAsync(
            engine,
            "UpdateItem",
            $$"""
            {"TableName":"{{table}}","Key":{{TextOf(key)}},"UpdateExpression":"SET #a = :n",
             "ExpressionAttributeNames":{"#a":"{{attribute}}"},"ExpressionAttributeValues":{":n":{"NULL":true} } }
            """,
            cancellationToken);

    /// <summary>The reservations of unique values in a table, sorted: key, owner, constraint and value of each.</summary>
    public static async Task<List<string>> ReservationsAsync(this LocalDynamo engine, string table, CancellationToken cancellationToken)
    {
        var answer = await ExecuteAsync(
            engine,
            "Scan",
            $$"""
            {"TableName":"{{table}}","FilterExpression":"begins_with(pk, :p)","ExpressionAttributeValues":{":p":{"S":"UNIQUE#"} } }
            """,
            cancellationToken);
        string[] names = ["pk", "sk", "uniqueOwner", "uniqueOwnerSort", "uniqueName", "uniqueValue"];
        return
        [
            .. answer["Items"]!.AsArray()
                .Select(item => string.Join(' ', names.Select(name => item![name]!["S"]!.GetValue<string>())))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The postings of trigram indexes in a table, sorted: partition key, sort key and time to live of each.</summary>
    public static Task<List<string>> PostingsAsync(this LocalDynamo engine, string table, CancellationToken cancellationToken) =>
        KeysAsync(engine, table, "TRIGRAM#", cancellationToken);

    /// <summary>
    /// The items whose partition key begins with a text, sorted: partition key, sort key and the attribute <c>expires</c> of each.
    /// </summary>
    public static async Task<List<string>> KeysAsync(
        this LocalDynamo engine, string table, string prefix, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        var start = "";
        do
        {
            var answer = await ExecuteAsync(
                engine,
                "Scan",
                $$"""
                {"TableName":"{{table}}","FilterExpression":"begins_with(pk, :p)",
                 "ExpressionAttributeValues":{":p":{"S":"{{prefix}}"} }{{start}} }
                """,
                cancellationToken);
            keys.AddRange(answer["Items"]!.AsArray().Select(
                item => $"{item!["pk"]!["S"]} {item["sk"]!["S"]} {item["expires"]?["N"]}"));
            start = answer["LastEvaluatedKey"] is { } last ? $",\"ExclusiveStartKey\":{last.ToJsonString()}" : "";
        }
        while (start.Length > 0);

        return [.. keys.Order(StringComparer.Ordinal)];
    }

    private static string TextOf<T>(ItemKey<T> key)
        where T : IItem<T> =>
        $$"""
        {"{{T.Model.Partition.AttributeName}}":{"S":"{{key.Partition.Text}}"},
        "{{T.Model.Sort!.AttributeName}}":{"S":"{{key.Sort.Text}}"} }
        """;

    /// <summary>Executes a request that is text.</summary>
    public static async Task<JsonNode> ExecuteAsync(
        this LocalDynamo engine, string operation, string body, CancellationToken cancellationToken)
    {
        var response = await engine.ExecuteAsync(operation, Encoding.UTF8.GetBytes(body), cancellationToken);
        using var content = response.Body;
        Assert.Equal(200, response.StatusCode);
        return JsonNode.Parse(content.WrittenSpan)!;
    }
}
