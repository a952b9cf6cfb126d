using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DescribeTimeToLive: by which attribute a table's items expire, and whether they do.</summary>
internal static class DescribeTimeToLive
{
    public static async Task<(string Status, string Attribute)> SendAsync(TableHandle table, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        RequestText.WriteTable(body, table);
        using var response = await table.SendAsync(DynamoOperation.DescribeTimeToLive, body, cancellationToken).ConfigureAwait(false);
        return Read(response.WrittenSpan);
    }

    private static (string Status, string Attribute) Read(ReadOnlySpan<byte> json)
    {
        string status = "", attribute = "";
        var reader = new JsonCursor(json);
        while (reader.NextMember(out var member))
        {
            if (!member.SequenceEqual("TimeToLiveDescription"u8))
            {
                reader.Skip();
                continue;
            }

            while (reader.NextMember(out var name))
            {
                if (name.SequenceEqual("TimeToLiveStatus"u8))
                    status = reader.ReadString();
                else if (name.SequenceEqual("AttributeName"u8))
                    attribute = reader.ReadString();
                else
                    reader.Skip();
            }
        }

        return (status, attribute);
    }
}
