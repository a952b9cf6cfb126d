using System.Text;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>BatchWriteItem: puts and deletes up to 25 items.</summary>
internal static class BatchWriteItem
{
    /// <summary>The maximum number of operations in a request ("BatchWriteItem").</summary>
    public const int MaxOperations = 25;

    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Writes as many of the operations as fit in one request.</summary>
    /// <param name="body">The writer to write to.</param>
    /// <param name="operations">At most <see cref="MaxOperations"/>, sorted by table, because the request groups them so.</param>
    /// <param name="detail">How much detail of the consumed capacity the response returns.</param>
    /// <param name="returnsCollectionMetrics">Whether the response returns the sizes of item collections.</param>
    /// <returns>The number of operations written, counted from the first; at least one.</returns>
    public static int Write(WireBuffer body, List<IWriteOperation> operations, CapacityDetail detail, bool returnsCollectionMetrics)
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
            operation.Request.WriteBatchItem(ref writer);
            if (writer.Position > MaxBytes && written > 0)
            {
                writer.Rewind(start);
                break;
            }

            table = operation.TableName;
        }

        writer.WriteRaw("]"u8);
        writer.EndMap(tables);
        RequestText.WriteCapacity(ref writer, detail);
        RequestText.WriteCollectionMetrics(ref writer, returnsCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
        return written;
    }

    /// <summary>Writes operations without sending them, so that one that DynamoDB would reject throws.</summary>
    public static void Check(IEnumerable<IWriteOperation> operations)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        foreach (var operation in operations)
        {
            operation.Request.WriteBatchItem(ref writer);
            writer.Rewind(0);
        }
    }

    /// <summary>Reads a response.</summary>
    /// <param name="json">The response.</param>
    /// <param name="operations">The request's operations.</param>
    /// <param name="metrics">Receives the consumed capacity and the sizes of item collections.</param>
    /// <returns>The unprocessed operations.</returns>
    public static List<IWriteOperation> Read(ReadOnlySpan<byte> json, List<IWriteOperation> operations, WriteMetrics metrics)
    {
        List<IWriteOperation> unprocessed = [];
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual("UnprocessedItems"u8))
                ReadUnprocessed(ref cursor, operations, unprocessed);
            else if (!metrics.TryRead(name, ref cursor))
                cursor.Skip();
        }

        return unprocessed;
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

    private static void ReadUnprocessed(ref JsonCursor cursor, List<IWriteOperation> operations, List<IWriteOperation> unprocessed)
    {
        while (cursor.NextMember(out var name))
        {
            var table = Encoding.UTF8.GetString(name);
            var candidates = operations
                .Where(operation => operation.TableName == table)
                .ToDictionary(static operation => operation.Request.Identity);
            if (candidates.Count == 0)
                throw new ItemFormatException("UnprocessedItems", "a table of the request", $"'{table}'");

            var model = candidates.Values.First().Request.Model;
            while (cursor.NextElement())
                unprocessed.Add(Match(ref cursor, candidates, table, model));
        }
    }

    /// <summary>
    /// Finds the operation whose <c>{"PutRequest":{"Item":{…}}}</c> or <c>{"DeleteRequest":{"Key":{…}}}</c> was returned.
    /// </summary>
    private static IWriteOperation Match(
        ref JsonCursor cursor, Dictionary<ItemIdentity, IWriteOperation> candidates, string table, TableModel model)
    {
        IWriteOperation? match = null;
        while (cursor.NextMember(out _))
        {
            while (cursor.NextMember(out _))
                match = candidates.GetValueOrDefault(KeyReader.ReadIdentity(cursor.ReadRaw(), table, model.Partition, model.Sort));
        }

        return match ?? throw new ItemFormatException("UnprocessedItems", "an item of the request", "another one");
    }
}
