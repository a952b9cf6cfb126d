using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>TransactGetItems: reads up to 100 items in one snapshot.</summary>
internal static class TransactGetItems
{
    /// <summary>Writes a request.</summary>
    public static void Write(WireBuffer body, IReadOnlyList<IGetOperation> gets, CapacityDetail detail)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"TransactItems\":["u8);
        for (var i = 0; i < gets.Count; i++)
        {
            if (i > 0)
                writer.WriteComma();
            gets[i].Request.WriteTransactItem(ref writer, context);
        }

        writer.WriteRaw("]"u8);
        RequestText.WriteCapacity(ref writer, detail);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Reads a response.</summary>
    /// <param name="json">The response.</param>
    /// <param name="gets">The request's gets.</param>
    /// <param name="items">Receives the items, each at the position of its get; null if there is none.</param>
    /// <returns>The consumed capacity, one record for each table.</returns>
    public static IReadOnlyList<ConsumedCapacity> Read(ReadOnlySpan<byte> json, IReadOnlyList<IGetOperation> gets, Span<object?> items)
    {
        IReadOnlyList<ConsumedCapacity> capacity = [];
        var read = 0;
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual("ConsumedCapacity"u8))
                capacity = CapacityReader.ReadList(ref cursor);
            else if (name.SequenceEqual("Responses"u8))
                read = ReadItems(ref cursor, gets, items);
            else
                cursor.Skip();
        }

        // A get without an answer must not look like a missing item.
        return read == gets.Count ? capacity : throw new ItemFormatException("Responses", $"{gets.Count} of them", $"{read}");
    }

    private static int ReadItems(ref JsonCursor cursor, IReadOnlyList<IGetOperation> gets, Span<object?> items)
    {
        var position = 0;
        while (cursor.NextElement())
        {
            if (position == gets.Count)
                throw new ItemFormatException("Responses", $"{gets.Count} of them", "more");

            // An item that does not exist is an empty object.
            while (cursor.NextMember(out var name))
            {
                if (cursor.TryReadNull())
                    continue;

                if (name.SequenceEqual("Item"u8))
                    items[position] = gets[position].Request.ReadItem(ref cursor);
                else
                    cursor.Skip();
            }

            position++;
        }

        return position;
    }
}
