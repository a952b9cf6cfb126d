using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>ListStreams: the streams of a table, the enabled one and those that were disabled in the last day.</summary>
internal static class ListStreams
{
    /// <summary>Reads all streams of a table, oldest first.</summary>
    public static async Task<IReadOnlyList<StreamId>> SendAsync(TableHandle table, CancellationToken cancellationToken)
    {
        List<StreamId> streams = [];
        string? after = null;
        do
        {
            using var body = WireBuffer.Rent();
            Write(body, table, after);
            using var response = await table.SendAsync(DynamoOperation.ListStreams, body, cancellationToken).ConfigureAwait(false);
            after = Read(response.WrittenSpan, streams);
        }
        while (after is not null);
        return [.. streams.OrderBy(static stream => stream.Label, StringComparer.Ordinal)];
    }

    private static void Write(WireBuffer body, TableHandle table, string? after)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        if (after is not null)
        {
            writer.WriteRaw(",\"ExclusiveStartStreamArn\":"u8);
            writer.WriteJsonString(after);
        }

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static string? Read(ReadOnlySpan<byte> json, List<StreamId> streams)
    {
        string? last = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Streams"u8))
            {
                while (reader.NextElement())
                    streams.Add(ReadStream(ref reader));
            }
            else if (name.SequenceEqual("LastEvaluatedStreamArn"u8))
            {
                last = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return last;
    }

    private static StreamId ReadStream(ref JsonCursor reader)
    {
        string arn = "", label = "";
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("StreamArn"u8))
                arn = reader.ReadString();
            else if (name.SequenceEqual("StreamLabel"u8))
                label = reader.ReadString();
            else
                reader.Skip();
        }

        return arn.Length > 0 ? new StreamId(arn, label) : throw new ItemFormatException("StreamArn", "a stream's name", "none");
    }
}
