using Amazon.DynamoDBv2;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DescribeStream: what a stream shows of items, and its shards.</summary>
internal static class DescribeStream
{
    /// <summary>Reads the description with all shards that the service knows.</summary>
    public static async Task<StreamDescription> SendAsync(TableHandle table, string arn, CancellationToken cancellationToken)
    {
        List<ShardDescription> shards = [];
        StreamDescription page;
        string? after = null;
        do
        {
            page = await SendAsync(table, arn, after, parent: null, cancellationToken).ConfigureAwait(false);
            shards.AddRange(page.Shards);
            after = page.LastShardId;
        }
        while (after is not null);
        return page with { Shards = shards };
    }

    /// <summary>Reads the description with the shards that continue one.</summary>
    public static async Task<StreamDescription> SendForChildrenAsync(
        TableHandle table, string arn, string parent, CancellationToken cancellationToken)
    {
        StreamDescription found;
        try
        {
            found = await SendAsync(table, arn, after: null, parent, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException error) when (error.ErrorCode is "ValidationException" or "SerializationException")
        {
            // Other servers than the service may not know the filter; some ignore it.
            found = await SendAsync(table, arn, cancellationToken).ConfigureAwait(false);
        }

        return found with { Shards = [.. found.Shards.Where(shard => shard.ParentId == parent)] };
    }

    private static async Task<StreamDescription> SendAsync(
        TableHandle table, string arn, string? after, string? parent, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, arn, after, parent);
        using var response = await table.SendAsync(DynamoOperation.DescribeStream, body, cancellationToken).ConfigureAwait(false);
        return Read(response.WrittenSpan);
    }

    private static void Write(WireBuffer body, string arn, string? after, string? parent)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"StreamArn\":"u8);
        writer.WriteJsonString(arn);
        if (after is not null)
        {
            writer.WriteRaw(",\"ExclusiveStartShardId\":"u8);
            writer.WriteJsonString(after);
        }

        if (parent is not null)
        {
            writer.WriteRaw(",\"ShardFilter\":{\"Type\":\"CHILD_SHARDS\",\"ShardId\":"u8);
            writer.WriteJsonString(parent);
            writer.WriteRaw("}"u8);
        }

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static StreamDescription Read(ReadOnlySpan<byte> json)
    {
        StreamDescription? description = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("StreamDescription"u8))
                description = ReadDescription(ref reader);
            else
                reader.Skip();
        }

        return description ?? throw new ItemFormatException("StreamDescription", "a stream's description", "none");
    }

    private static StreamDescription ReadDescription(ref JsonCursor reader)
    {
        var description = new StreamDescription();
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("StreamStatus"u8))
                description = description with { Status = reader.ReadString() };
            else if (name.SequenceEqual("StreamViewType"u8))
                description = description with { View = reader.ReadString() };
            else if (name.SequenceEqual("Shards"u8))
                description = description with { Shards = ReadShards(ref reader) };
            else if (name.SequenceEqual("LastEvaluatedShardId"u8))
                description = description with { LastShardId = reader.ReadString() };
            else
                reader.Skip();
        }

        return description;
    }

    private static List<ShardDescription> ReadShards(ref JsonCursor reader)
    {
        List<ShardDescription> shards = [];
        while (reader.NextElement())
        {
            string? id = null, parent = null;
            while (reader.NextMember(out var name))
            {
                if (reader.TryReadNull())
                    continue;

                if (name.SequenceEqual("ShardId"u8))
                    id = reader.ReadString();
                else if (name.SequenceEqual("ParentShardId"u8))
                    parent = reader.ReadString();
                else
                    reader.Skip();
            }

            shards.Add(new ShardDescription(id ?? throw new ItemFormatException("ShardId", "the id of a shard", "none"), parent));
        }

        return shards;
    }
}
