using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>GetRecords: the next records of a shard. A page may be empty although more records follow.</summary>
internal static class GetRecords
{
    /// <summary>The maximum number of records in a page.</summary>
    public const int MaxRecords = 1000;

    /// <summary>Reads a page.</summary>
    /// <returns>The response. The caller disposes it.</returns>
    public static async Task<WireBuffer> SendAsync(TableHandle table, string iterator, int limit, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, iterator, limit);
        return await table.SendAsync(DynamoOperation.GetRecords, body, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(WireBuffer body, string iterator, int limit)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"ShardIterator\":"u8);
        writer.WriteJsonString(iterator);
        RequestText.WriteInteger(ref writer, ",\"Limit\":"u8, limit);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
