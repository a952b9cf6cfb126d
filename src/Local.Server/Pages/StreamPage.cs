using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>The page of a stream: its shards, and the records of one of them, page by page.</summary>
internal static class StreamPage
{
    private const int PageRecords = 50;

    /// <summary>The address of a stream's page.</summary>
    public static string UrlOf(string arn) => $"/stream?arn={Uri.EscapeDataString(arn)}";

    /// <summary>Renders the page.</summary>
    /// <param name="view">The engine.</param>
    /// <param name="query">The stream, the shard, and the number of the record before the page; the last two are optional.</param>
    public static Html Render(EngineView view, IQueryCollection query)
    {
        var arn = query["arn"].ToString();
        var stream = view.Read("DescribeStream", json => json.WriteString("StreamArn", arn)).GetProperty("StreamDescription");
        var shards = stream.GetProperty("Shards").EnumerateArray().ToList();
        var shard = query["shard"].ToString() is { Length: > 0 } chosen ? chosen : shards[^1].GetProperty("ShardId").GetString()!;
        var (records, hasMore) = ReadRecords(view, arn, shard, query["after"].ToString());
        return PageLayout.Page($"Stream of {stream.GetProperty("TableName").GetString()}", Html.Of($"""
            {PageLayout.Facts(
                ("Status", Html.Of($"{stream.GetProperty("StreamStatus").GetString()}")),
                ("Records show", Html.Of($"{stream.GetProperty("StreamViewType").GetString()}")),
                ("Resource name", Html.Of($"<code>{arn}</code>")))}
            {PageLayout.Table("Shards", ["Shard", "First record", "Last record"], [.. shards.Select(known => Shard(arn, known))])}
            <h2>Records of {shard}</h2>
            {PageLayout.Table("Records of this page", ["Number", "Event", "Key", "New image", "Old image"], [.. records.Select(Record)])}
            {(hasMore ? Next(arn, shard, records[^1]) : default)}
            """));
    }

    private static (List<JsonElement> Records, bool HasMore) ReadRecords(EngineView view, string arn, string shard, string after)
    {
        var iterator = view.Read("GetShardIterator", json =>
        {
            json.WriteString("StreamArn", arn);
            json.WriteString("ShardId", shard);
            json.WriteString("ShardIteratorType", after.Length == 0 ? "TRIM_HORIZON" : "AFTER_SEQUENCE_NUMBER");
            if (after.Length > 0)
                json.WriteString("SequenceNumber", after);
        });
        var (records, next) = ReadPage(view, iterator.GetProperty("ShardIterator").GetString()!, PageRecords);

        // A page also ends at 1 MB, and an open shard always names a next iterator.
        return (records, records.Count > 0 && next is not null && ReadPage(view, next, limit: 1).Records.Count > 0);
    }

    private static (List<JsonElement> Records, string? Next) ReadPage(EngineView view, string iterator, int limit)
    {
        var page = view.Read("GetRecords", json =>
        {
            json.WriteString("ShardIterator", iterator);
            json.WriteNumber("Limit", limit);
        });
        return (
            [.. page.GetProperty("Records").EnumerateArray()],
            page.TryGetProperty("NextShardIterator", out var next) ? next.GetString() : null);
    }

    private static Html Shard(string arn, JsonElement shard)
    {
        var id = shard.GetProperty("ShardId").GetString()!;
        var numbers = shard.GetProperty("SequenceNumberRange");
        return PageLayout.Row(
            PageLayout.Cell(Html.Link($"{UrlOf(arn)}&shard={Uri.EscapeDataString(id)}", id)),
            PageLayout.Cell(numbers.GetProperty("StartingSequenceNumber").GetString()),
            PageLayout.Cell(numbers.TryGetProperty("EndingSequenceNumber", out var end) ? end.GetString() : "open"));
    }

    private static Html Record(JsonElement record)
    {
        var change = record.GetProperty("dynamodb");
        return PageLayout.Row(
            PageLayout.Cell(Number(record)),
            PageLayout.Cell(record.GetProperty("eventName").GetString()),
            PageLayout.Cell(Attributes(change, "Keys")),
            PageLayout.Cell(Attributes(change, "NewImage")),
            PageLayout.Cell(Attributes(change, "OldImage")));
    }

    private static Html Attributes(JsonElement change, string property) => change.TryGetProperty(property, out var attributes)
        ? Html.Join(attributes.EnumerateObject().Select(PageLayout.Attribute))
        : default;

    private static Html Next(string arn, string shard, JsonElement last) => Html.Of($"""
        <p><a rel="next" href="{$"{UrlOf(arn)}&shard={Uri.EscapeDataString(shard)}&after={Number(last)}"}">Next page</a></p>
        """);

    private static string Number(JsonElement record) => record.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString()!;
}
