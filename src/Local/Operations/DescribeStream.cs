using System.Text.Json;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Streams;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations;

/// <summary>DescribeStream: the stream and a page of its shards.</summary>
internal static class DescribeStream
{
    private const int MaxShards = 100;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = StreamRequests.ReadRequiredArn(context.Body, constraints);
        var start = StreamRequests.ReadShardId(context.Body, constraints, "ExclusiveStartShardId", "exclusiveStartShardId");
        var parent = ReadFilter(context.Body, constraints);
        var limit = StreamRequests.ReadLimit(context.Body, constraints, MaxShards);
        var stream = StreamRequests.Find(context, arn);

        // The order of the ids is the order in which the shards were opened.
        var shards = stream.Visible(context.Now)
            .Where(shard => parent is null || shard.ParentId == parent)
            .Where(shard => start is null || string.CompareOrdinal(shard.Id, start) > 0)
            .ToList();
        Write(context.Json, stream, shards, limit);
    }

    // The only filter: the shards that continue a given one.
    private static string? ReadFilter(Fields fields, Constraints constraints)
    {
        if (fields.Structure("ShardFilter") is not { } filter)
            return null;

        constraints.OneOf("shardFilter.type", filter.Text("Type"), "CHILD_SHARDS");
        constraints.NotNull("shardFilter.type", filter.Has("Type"));
        constraints.NotNull("shardFilter.shardId", filter.Has("ShardId"));
        return StreamRequests.ReadShardId(filter, constraints, "ShardId", "shardFilter.shardId");
    }

    private static void Write(Utf8JsonWriter json, TableStream stream, List<StreamShard> shards, int limit)
    {
        json.WriteStartObject();
        json.WriteStartObject("StreamDescription");
        json.WriteString("StreamArn", stream.Arn);
        json.WriteString("StreamLabel", stream.Label);
        json.WriteString("StreamStatus", stream.Disabled is null ? "ENABLED" : "DISABLED");
        json.WriteString("StreamViewType", stream.View);
        json.WriteNumber("CreationRequestDateTime", TableDescription.Seconds(stream.Created));
        json.WriteString("TableName", stream.TableName);
        TableDescription.WriteKeys(json, stream.Keys);
        json.WriteStartArray("Shards");
        foreach (var shard in shards.Take(limit))
            Write(json, shard);
        json.WriteEndArray();
        if (shards.Count > limit)
            json.WriteString("LastEvaluatedShardId", shards[limit - 1].Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StreamShard shard)
    {
        json.WriteStartObject();
        json.WriteString("ShardId", shard.Id);
        if (shard.ParentId is not null)
            json.WriteString("ParentShardId", shard.ParentId);
        json.WriteStartObject("SequenceNumberRange");
        json.WriteString("StartingSequenceNumber", SequenceNumber.Format(shard.First));
        if (shard.Last is { } last)
            json.WriteString("EndingSequenceNumber", SequenceNumber.Format(last));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
