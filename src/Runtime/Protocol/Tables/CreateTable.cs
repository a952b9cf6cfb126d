using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>CreateTable: creates a table with its indexes in on-demand mode.</summary>
internal static class CreateTable
{
    public static async Task SendAsync(TableHandle table, TableDefinition definition, CancellationToken cancellationToken)
    {
        using var body = WireBuffer.Rent();
        Write(body, table, definition);
        using var response = await table.SendAsync(DynamoOperation.CreateTable, body, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(WireBuffer body, TableHandle table, TableDefinition definition)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw(table.Opening);
        writer.WriteRaw(",\"BillingMode\":\"PAY_PER_REQUEST\""u8);
        SchemaText.WriteAttributes(ref writer, definition.KeyAttributes());
        SchemaText.WriteKeys(ref writer, [definition.Partition], definition.SortKeys());
        SchemaText.WriteIndexes(
            ref writer, ",\"GlobalSecondaryIndexes\":["u8, definition.Indexes.Where(static index => index.Kind == IndexKind.Global));
        SchemaText.WriteIndexes(
            ref writer, ",\"LocalSecondaryIndexes\":["u8, definition.Indexes.Where(static index => index.Kind == IndexKind.Local));
        if (definition.HasStream)
            writer.WriteRaw(SchemaText.Stream);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }
}
