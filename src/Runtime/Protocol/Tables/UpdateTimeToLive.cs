using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>UpdateTimeToLive: sets the attribute by which a table's items expire.</summary>
internal static class UpdateTimeToLive
{
    public static async Task SendAsync(TableHandle table, string attributeName, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, table, attributeName);
        using var response = await table.SendAsync(DynamoOperation.UpdateTimeToLive, body, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(WireBuffer body, TableHandle table, string attributeName)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"TimeToLiveSpecification\":{\"Enabled\":true,\"AttributeName\":"u8);
        writer.WriteJsonString(attributeName);
        writer.WriteRaw("}}"u8);
        writer.Flush();
    }
}
