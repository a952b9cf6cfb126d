using System.Text;
using System.Text.Json.Nodes;
using DynamoToolkit;
using DynamoToolkit.Local;
using TrackingStore.Model;

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

    /// <summary>How many items the partitions of the table have whose keys begin with a text.</summary>
    public static async Task<int> CountAllAsync(this LocalDynamo engine, string prefix)
    {
        var items = await ReadAsync(
            engine, "Scan", $$"""
            "FilterExpression":"begins_with(pk, :p)","ExpressionAttributeValues":{":p":{"S":"{{prefix}}"} }
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

    /// <summary>Makes the table one from before the indexes of names.</summary>
    public static async Task ForgetNamesAsync(this LocalDynamo engine)
    {
        var items = await ReadAsync(
            engine, "Scan", """
            "FilterExpression":"begins_with(pk, :t) OR begins_with(pk, :i) OR sk = :n",
            "ExpressionAttributeValues":{":t":{"S":"TRIGRAM#"},":i":{"S":"INDEX#"},":n":{"S":"RUNNAME"} }
            """);
        foreach (var item in items) await ExecuteAsync(engine, "DeleteItem", KeyOf(item));
        var experiments = await ReadAsync(
            engine, "Scan", """
            "FilterExpression":"begins_with(pk, :e) AND sk = :m","ExpressionAttributeValues":{":e":{"S":"EXP#"},":m":{"S":"META"} }
            """);
        foreach (var item in experiments)
        {
            await ExecuteAsync(
                engine,
                "UpdateItem",
                $$"""{{KeyOf(item)}},"UpdateExpression":"REMOVE #t","ExpressionAttributeNames":{"#t":"trigrams:ExperimentItem.Name"}""");
        }
    }

    /// <summary>Makes permissions some from before their index.</summary>
    public static async Task ForgetIndexOfGrantsAsync(this LocalDynamo engine)
    {
        var grants = await ReadAsync(
            engine, "Scan", """
            "FilterExpression":"begins_with(sk, :g)","ExpressionAttributeValues":{":g":{"S":"GRANT#"} }
            """);
        var index = TableModel.Of<GrantItem>().Indexes.Single();
        var names = index.Partition.Concat(index.Sort).Select(key => key.AttributeName).ToArray();
        foreach (var item in grants)
        {
            Assert.NotNull(item[names[0]]);
            await ExecuteAsync(
                engine,
                "UpdateItem",
                $$"""
                {{KeyOf(item)}},"UpdateExpression":"REMOVE #p, #s","ExpressionAttributeNames":{"#p":"{{names[0]}}","#s":"{{names[1]}}"}
                """);
        }
    }

    /// <summary>The bytes of a partition's items whose sort keys begin with a text, as DynamoDB counts them.</summary>
    public static async Task<long> BytesAsync(this LocalDynamo engine, string partition, string start)
    {
        var items = await ReadAsync(
            engine, "Query", $$"""
            "KeyConditionExpression":"pk = :p AND begins_with(sk, :s)",
            "ExpressionAttributeValues":{":p":{"S":"{{partition}}"},":s":{"S":"{{start}}"} }
            """);
        return items.Sum(SizeOf);
    }

    /// <summary>The bytes of an item of texts, bytes and numbers, as DynamoDB counts them.</summary>
    public static long SizeOf(JsonNode item)
    {
        return item.AsObject().Sum(attribute => attribute.Key.Length + SizeOfValue(attribute.Value!.AsObject().Single()));

        static long SizeOfValue(KeyValuePair<string, JsonNode?> value) => value.Key switch
        {
            "S" => Encoding.UTF8.GetByteCount((string)value.Value!),
            "B" => Convert.FromBase64String((string)value.Value!).Length,
            "N" => (((string)value.Value!).Length / 2) + 2,
            _ => throw new ArgumentException($"Not counted: {value.Key}", nameof(value)),
        };
    }

    private static string KeyOf(JsonNode item) =>
        $$"""
        "Key":{"pk":{{item["pk"]!.ToJsonString()}},"sk":{{item["sk"]!.ToJsonString()}}}
        """;

    private static async Task<JsonNode> ExecuteAsync(LocalDynamo engine, string operation, string what)
    {
        var response = await engine.ExecuteAsync(operation, Encoding.UTF8.GetBytes($$"""{"TableName":"tracking",{{what}} }"""), Ct);
        using var content = response.Body;
        Assert.Equal(200, response.StatusCode);
        return JsonNode.Parse(content.WrittenSpan)!;
    }

    private static async Task<List<JsonNode>> ReadAsync(LocalDynamo engine, string operation, string what)
    {
        var (items, start) = (new List<JsonNode>(), "");
        do
        {
            var answer = await ExecuteAsync(engine, operation, what + start);
            items.AddRange(answer["Items"]!.AsArray().Select(item => item!));
            start = answer["LastEvaluatedKey"] is { } last ? $""","ExclusiveStartKey":{last.ToJsonString()}""" : "";
        }
        while (start.Length > 0);
        return items;
    }
}
