using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>UpdateTable: adds a global index or a stream to a table.</summary>
internal static class UpdateTable
{
    public static async Task SendAsync(TableHandle table, TableDefinition definition, IndexModel index, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, table, definition, index);
        using var response = await table.SendAsync(DynamoOperation.UpdateTable, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enables the stream of a table that has none.</summary>
    public static async Task EnableStreamAsync(TableHandle table, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        body.Write(table.Opening);
        body.Write(SchemaText.Stream);
        body.Write("}"u8);
        using var response = await table.SendAsync(DynamoOperation.UpdateTable, body, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(WireBuffer body, TableHandle table, TableDefinition definition, IndexModel index)
    {
        var keys = index.Partition.Concat(index.Sort).Append(definition.Partition).Concat(definition.SortKeys());
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        SchemaText.WriteAttributes(ref writer, keys.DistinctBy(static key => key.AttributeName));
        writer.WriteRaw(",\"GlobalSecondaryIndexUpdates\":[{\"Create\":"u8);
        SchemaText.WriteIndex(ref writer, index);
        writer.WriteRaw("}]}"u8);
        writer.Flush();
    }
}
