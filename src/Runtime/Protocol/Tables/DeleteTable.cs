using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>DeleteTable: deletes a table with all its items.</summary>
internal static class DeleteTable
{
    public static async Task SendAsync(TableHandle table, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        RequestText.WriteTable(body, table);
        using var response = await table.SendAsync(DynamoOperation.DeleteTable, body, cancellationToken).ConfigureAwait(false);
    }
}
