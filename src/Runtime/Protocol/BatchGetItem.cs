using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>BatchGetItem: reads up to 100 items by their keys.</summary>
internal static class BatchGetItem
{
    /// <summary>The maximum number of keys in a request ("BatchGetItem").</summary>
    public const int MaxKeys = 100;

    /// <summary>
    /// Writes a request of gets on any tables. All gets on a table share one projection; each skips the attributes that only others need.
    /// </summary>
    /// <returns>The tables, each once.</returns>
    public static string[] Write(WireBuffer body, List<IGetOperation> gets, bool isConsistent, CapacityDetail detail)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var start = writer.BeginMap();
        List<string> names = [];
        foreach (var table in gets.GroupBy(static get => get.TableName))
        {
            names.Add(table.Key);
            writer.WriteName(table.Key);
            var separator = "{\"Keys\":["u8;
            foreach (var get in table)
            {
                writer.WriteRaw(separator);
                get.Request.WriteKey(ref writer);
                separator = ","u8;
            }

            EndTable(ref writer, context, isConsistent, Projections.Union(table));
        }

        writer.EndMap(start);
        End(ref writer, detail);
        return [.. names];
    }

    /// <summary>Writes a request of keys of one table.</summary>
    public static void Write<T>(
        WireBuffer body,
        TableHandle table,
        List<ItemKey<T>> keys,
        IReadOnlyList<string> projection,
        bool isConsistent,
        CapacityDetail detail)
        where T : IItem<T>
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"RequestItems\":"u8);
        var start = writer.BeginMap();
        writer.WriteName(table.Name);
        var separator = "{\"Keys\":["u8;
        foreach (var key in keys)
        {
            writer.WriteRaw(separator);
            key.Write(ref writer);
            separator = ","u8;
        }

        EndTable(ref writer, context, isConsistent, projection);
        writer.EndMap(start);
        End(ref writer, detail);
    }

    /// <summary>Reads a response.</summary>
    /// <param name="json">The response.</param>
    /// <param name="reader">Receives the items and the unprocessed keys.</param>
    /// <returns>The consumed capacity, one record for each table.</returns>
    public static IReadOnlyList<ConsumedCapacity> Read<TReader>(ReadOnlySpan<byte> json, TReader reader)
        where TReader : IBatchGetReader
    {
        IReadOnlyList<ConsumedCapacity> capacity = [];
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual("Responses"u8))
                ReadItems(ref cursor, reader);
            else if (name.SequenceEqual("UnprocessedKeys"u8))
                ReadUnprocessed(ref cursor, reader);
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity = CapacityReader.ReadList(ref cursor);
            else
                cursor.Skip();
        }

        return capacity;
    }

    private static void EndTable(ref ItemWriter writer, ExpressionContext context, bool isConsistent, IReadOnlyList<string> projection)
    {
        writer.WriteRaw(isConsistent ? "],\"ConsistentRead\":true"u8 : "]"u8);
        context.Clear();
        RequestText.WriteProjection(ref writer, context, projection);
        context.WriteMembers(ref writer);
        writer.WriteRaw("}"u8);
    }

    private static void End(ref ItemWriter writer, CapacityDetail detail)
    {
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Reads <c>{"runs":[{…},…],…}</c>.</summary>
    private static void ReadItems<TReader>(ref JsonCursor cursor, TReader reader)
        where TReader : IBatchGetReader
    {
        while (cursor.NextMember(out var table))
        {
            reader.Enter(table);
            while (cursor.NextElement())
                reader.ReadItem(ref cursor);
        }
    }

    /// <summary>Reads <c>{"runs":{"Keys":[{…},…],…},…}</c>.</summary>
    private static void ReadUnprocessed<TReader>(ref JsonCursor cursor, TReader reader)
        where TReader : IBatchGetReader
    {
        while (cursor.NextMember(out var table))
        {
            reader.Enter(table);
            while (cursor.NextMember(out var member))
            {
                if (!member.SequenceEqual("Keys"u8))
                {
                    cursor.Skip();
                    continue;
                }

                while (cursor.NextElement())
                    reader.ReadUnprocessed(cursor.ReadRaw());
            }
        }
    }
}
