using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>GetShardIterator: the place in a shard from which GetRecords reads, valid for 15 minutes.</summary>
internal static class GetShardIterator
{
    /// <summary>Gets the iterator of a place.</summary>
    /// <param name="table">The table.</param>
    /// <param name="arn">The stream.</param>
    /// <param name="shardId">The shard.</param>
    /// <param name="after">The sequence number of the last record that was read; null to read from the oldest record.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async Task<string> SendAsync(
        TableHandle table, string arn, string shardId, string? after, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, arn, shardId, after);
        using var response = await table.SendAsync(DynamoOperation.GetShardIterator, body, cancellationToken).ConfigureAwait(false);
        return Read(response.WrittenSpan);
    }

    private static void Write(WireBuffer body, string arn, string shardId, string? after)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"StreamArn\":"u8);
        writer.WriteJsonString(arn);
        writer.WriteRaw(",\"ShardId\":"u8);
        writer.WriteJsonString(shardId);
        if (after is null)
        {
            writer.WriteRaw(",\"ShardIteratorType\":\"TRIM_HORIZON\"}"u8);
        }
        else
        {
            writer.WriteRaw(",\"ShardIteratorType\":\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":"u8);
            writer.WriteJsonString(after);
            writer.WriteRaw("}"u8);
        }

        writer.Flush();
    }

    private static string Read(ReadOnlySpan<byte> json)
    {
        string? iterator = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ShardIterator"u8))
                iterator = reader.ReadString();
            else
                reader.Skip();
        }

        return iterator ?? throw new ItemFormatException("ShardIterator", "a place in a shard", "none");
    }
}
