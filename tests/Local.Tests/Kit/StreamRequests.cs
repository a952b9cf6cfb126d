using System.Text.Json;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Reads and writes the table <c>tab</c> of <see cref="Engine.CreateTableAsync"/> and its stream.</summary>
internal static class StreamRequests
{
    /// <summary>Enables the stream.</summary>
    public static Task EnableStreamAsync(this LocalDynamo engine, string view = "NEW_AND_OLD_IMAGES") =>
        engine.OkAsync("UpdateTable", $$"""
            {"TableName":"tab","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"{{view}}"} }
            """);

    /// <summary>Disables the stream.</summary>
    public static Task DisableStreamAsync(this LocalDynamo engine) =>
        engine.OkAsync("UpdateTable", """{"TableName":"tab","StreamSpecification":{"StreamEnabled":false}}""");

    /// <summary>Puts an item.</summary>
    public static Task PutAsync(this LocalDynamo engine, string key, int value = 0) =>
        engine.OkAsync("PutItem", $$"""{"TableName":"tab","Item":{"p":{"S":"{{key}}"},"n":{"N":"{{value}}"} } }""");

    /// <summary>The resource name of the latest stream.</summary>
    public static async Task<string> StreamArnAsync(this LocalDynamo engine)
    {
        var described = await engine.OkAsync("DescribeTable", """{"TableName":"tab"}""");
        return described.GetProperty("Table").GetProperty("LatestStreamArn").GetString()!;
    }

    /// <summary>The description of a stream.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="arn">The stream.</param>
    /// <param name="more">More members of the request, each after a comma.</param>
    public static async Task<JsonElement> DescribeStreamAsync(this LocalDynamo engine, string arn, string more = "") =>
        (await engine.OkAsync("DescribeStream", $$"""{"StreamArn":"{{arn}}"{{more}}}""")).GetProperty("StreamDescription");

    /// <summary>The ids of all shards of a stream.</summary>
    public static async Task<List<string>> ShardsAsync(this LocalDynamo engine, string arn) =>
        [.. (await engine.DescribeStreamAsync(arn)).GetProperty("Shards").EnumerateArray().Select(Id)];

    /// <summary>The id of a shard.</summary>
    public static string Id(JsonElement shard) => shard.GetProperty("ShardId").GetString()!;

    /// <summary>A request for an iterator.</summary>
    public static string IteratorRequest(string arn, string shard, string type, string? sequence = null)
    {
        var number = sequence is null ? "" : $",\"SequenceNumber\":\"{sequence}\"";
        return $$"""{"StreamArn":"{{arn}}","ShardId":"{{shard}}","ShardIteratorType":"{{type}}"{{number}}}""";
    }

    /// <summary>An iterator.</summary>
    public static async Task<string> IteratorAsync(
        this LocalDynamo engine, string arn, string shard, string type = "TRIM_HORIZON", string? sequence = null) =>
        (await engine.OkAsync("GetShardIterator", IteratorRequest(arn, shard, type, sequence)))
            .GetProperty("ShardIterator").GetString()!;

    /// <summary>A request for records.</summary>
    public static string RecordsRequest(string iterator) => $$"""{"ShardIterator":"{{iterator}}"}""";

    /// <summary>A page of records, and the next iterator; null after the end of a closed shard.</summary>
    public static async Task<(List<JsonElement> Records, string? Next)> PageAsync(
        this LocalDynamo engine, string iterator, int limit = 1000)
    {
        var page = await engine.OkAsync("GetRecords", $$"""{"ShardIterator":"{{iterator}}","Limit":{{limit}} }""");
        return ([.. page.GetProperty("Records").EnumerateArray()],
            page.TryGetProperty("NextShardIterator", out var next) ? next.GetString() : null);
    }

    /// <summary>All records of all shards of a stream.</summary>
    public static async Task<List<JsonElement>> RecordsAsync(this LocalDynamo engine, string arn)
    {
        var records = new List<JsonElement>();
        foreach (var shard in await engine.ShardsAsync(arn))
        {
            string? iterator = await engine.IteratorAsync(arn, shard);
            for (var count = -1; iterator is not null && count < records.Count;)
            {
                count = records.Count;
                (var page, iterator) = await engine.PageAsync(iterator);
                records.AddRange(page);
            }
        }

        return records;
    }

    /// <summary>A record as text: the event, the key, and what it shows of the item before and after.</summary>
    public static string Summary(JsonElement record)
    {
        var change = record.GetProperty("dynamodb");
        return $"{record.GetProperty("eventName")} {change.GetProperty("Keys").GetProperty("p").GetProperty("S")} "
            + $"{Image(change, "OldImage")}>{Image(change, "NewImage")}";
    }

    /// <summary>The sequence number of a record.</summary>
    public static string Sequence(JsonElement record) => record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!;

    private static string Image(JsonElement change, string name) =>
        change.TryGetProperty(name, out var image) ? image.GetProperty("n").GetProperty("N").GetString()! : "";
}
