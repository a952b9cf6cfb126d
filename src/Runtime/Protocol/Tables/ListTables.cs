using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>ListTables: the names of the account's tables in the region, page by page.</summary>
internal static class ListTables
{
    /// <summary>Reads a page of names.</summary>
    /// <param name="client">The client.</param>
    /// <param name="after">The last name of the page before, or null for the first page.</param>
    /// <param name="limit">The maximum number of names, from 1 to 100; null for the service's default, 100.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The names, and the last one if another page follows.</returns>
    public static async Task<(List<string> Names, string? Last)> SendAsync(
        ClientContext client, string? after, int? limit, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, after, limit);
        var request = new DynamoRequest(DynamoOperation.ListTables, body.WrittenMemory, tableName: null);
        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        List<string> names = [];
        var last = Read(response.WrittenSpan, names);
        return (names, last);
    }

    private static void Write(WireBuffer body, string? after, int? limit)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{"u8);
        if (after is not null)
        {
            writer.WriteRaw("\"ExclusiveStartTableName\":"u8);
            writer.WriteJsonString(after);
        }

        if (limit is { } count)
            RequestText.WriteInteger(ref writer, after is null ? "\"Limit\":"u8 : ",\"Limit\":"u8, count);

        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    private static string? Read(ReadOnlySpan<byte> json, List<string> names)
    {
        string? last = null;
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("TableNames"u8))
            {
                while (reader.NextElement())
                    names.Add(reader.ReadString());
            }
            else if (name.SequenceEqual("LastEvaluatedTableName"u8))
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
}
