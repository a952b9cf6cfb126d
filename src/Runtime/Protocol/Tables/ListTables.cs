using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>ListTables: the names of the account's tables in the region, page by page.</summary>
internal static class ListTables
{
    /// <summary>Reads a page of names.</summary>
    /// <param name="client">The client.</param>
    /// <param name="after">The last name of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The names, and the last one if another page follows.</returns>
    public static async Task<(List<string> Names, string? Last)> SendAsync(
        ClientContext client, string? after, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, after);
        var request = new DynamoRequest(DynamoOperation.ListTables, body.WrittenMemory, tableName: null);
        using var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        List<string> names = [];
        var last = Read(response.WrittenSpan, names);
        return (names, last);
    }

    private static void Write(WireBuffer body, string? after)
    {
        var writer = new ItemWriter(body);
        if (after is null)
        {
            writer.WriteRaw("{}"u8);
        }
        else
        {
            writer.WriteRaw("{\"ExclusiveStartTableName\":"u8);
            writer.WriteJsonString(after);
            writer.WriteRaw("}"u8);
        }

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
