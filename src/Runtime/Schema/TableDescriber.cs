using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Schema;

/// <summary>Asks the service about a table.</summary>
internal static class TableDescriber
{
    /// <summary>The table's description, or null where there is no such table.</summary>
    public static async Task<TableDescription?> DescribeAsync(TableHandle table, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        TableRequests.WriteName(body, table);
        try
        {
            using var response = await table.SendAsync(DynamoOperation.DescribeTable, body, cancellationToken).ConfigureAwait(false);
            return TableDescriptionReader.Read(response.WrittenSpan);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
