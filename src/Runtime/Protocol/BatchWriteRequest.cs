using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>Writes the request of a batch write, straight into its body.</summary>
internal static class BatchWriteRequest
{
    public const int MaxOperations = 25;

    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Writes as many of the operations as a request takes.</summary>
    /// <param name="body">Where to write.</param>
    /// <param name="operations">At most <see cref="MaxOperations"/>, those of a table one after the other, as the request groups them.</param>
    /// <param name="options">What the response tells.</param>
    /// <returns>How many operations were written: the first ones, at least one.</returns>
    public static int Write(WireBuffer body, List<IWriteOperation> operations, BatchWriteOptions options)
    {
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var tables = writer.BeginMap();
        var written = 0;
        for (string? table = null; written < operations.Count; written++)
        {
            var operation = operations[written];
            var start = writer.Position;
            WriteSeparator(ref writer, table, operation.TableName);
            operation.WriteBatchItem(ref writer);
            if (writer.Position > MaxBytes && written > 0)
            {
                writer.Rewind(start);
                break;
            }

            table = operation.TableName;
        }

        writer.WriteRaw("]"u8);
        writer.EndMap(tables);
        RequestText.WriteCapacity(ref writer, options.Capacity);
        RequestText.WriteCollectionMetrics(ref writer, options.ReturnItemCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
        return written;
    }

    private static void WriteSeparator(ref ItemWriter writer, string? tableBefore, string table)
    {
        if (tableBefore == table)
        {
            writer.WriteComma();
            return;
        }

        if (tableBefore is not null)
            writer.WriteRaw("]"u8);
        writer.WriteName(table);
        writer.WriteRaw("["u8);
    }
}
