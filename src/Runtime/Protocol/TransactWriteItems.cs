using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>TransactWriteItems: writes up to 100 items, all or nothing.</summary>
internal static class TransactWriteItems
{
    /// <summary>Writes a request.</summary>
    public static void Write(
        WireBuffer body,
        IEnumerable<WriteRequest> operations,
        string clientRequestToken,
        CapacityDetail detail,
        bool returnsCollectionMetrics)
    {
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        writer.WriteRaw("{\"TransactItems\":["u8);
        var isFirst = true;
        foreach (var operation in operations)
        {
            if (!isFirst)
                writer.WriteComma();
            operation.WriteTransactItem(ref writer, context);
            isFirst = false;
        }

        writer.WriteRaw("],\"ClientRequestToken\":"u8);
        writer.WriteJsonString(clientRequestToken);
        RequestText.WriteCapacity(ref writer, detail);
        RequestText.WriteCollectionMetrics(ref writer, returnsCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Reads a response.</summary>
    public static WriteMetrics Read(ReadOnlySpan<byte> json)
    {
        var metrics = new WriteMetrics();
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var name))
        {
            if (!cursor.TryReadNull() && !metrics.TryRead(name, ref cursor))
                cursor.Skip();
        }

        return metrics;
    }
}
