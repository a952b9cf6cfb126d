using Amazon.DynamoDBv2;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Schema;

/// <summary>Turns time to live on.</summary>
internal static class TimeToLiveSetter
{
    public static async Task EnsureAsync(TableHandle table, string attribute, CancellationToken cancellationToken)
    {
        if (await IsSetAsync(table, attribute, cancellationToken).ConfigureAwait(false))
            return;

        using var body = WireBuffer.Rent();
        TableRequests.WriteTimeToLive(body, table, attribute);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.UpdateTimeToLive, body, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonDynamoDBException)
        {
            // Turning on what somebody else has just turned on is refused.
            if (!await IsSetAsync(table, attribute, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private static async Task<bool> IsSetAsync(TableHandle table, string attribute, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        TableRequests.WriteName(body, table);
        using var response = await table.SendAsync(DynamoOperation.DescribeTimeToLive, body, cancellationToken).ConfigureAwait(false);
        var (status, existing) = Read(response.WrittenSpan);
        if (status is not ("ENABLED" or "ENABLING"))
            return false;
        if (existing == attribute)
            return true;

        throw new SchemaMismatchException(table.Name, $"Items of the table '{table.Name}' expire by '{existing}', and its item types declare '{attribute}'. Turn time to live off first; the service takes up to an hour for that.");
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
