using System.Text.Json;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>
/// What a batch or a transaction is about, for its trace. Read from the request's own bytes, so that those who write requests
/// have nothing to do for a trace that hardly anyone takes.
/// </summary>
/// <param name="Tables">The tables, each once.</param>
/// <param name="Size">How many items are written or read.</param>
internal readonly record struct BatchContent(IReadOnlyList<string> Tables, int Size)
{
    /// <summary>Reads a request; null where it is no batch and no transaction, or can't be read.</summary>
    public static BatchContent? Of(DynamoRequest request)
    {
        try
        {
            return request.Operation switch
            {
                DynamoOperation.BatchGetItem => ReadBatch(request.Body.Span, CountKeys),
                DynamoOperation.BatchWriteItem => ReadBatch(request.Body.Span, CountElements),
                DynamoOperation.TransactGetItems or DynamoOperation.TransactWriteItems => ReadTransaction(request.Body.Span),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // A trace is no place to complain about a request; the service will.
            return null;
        }
    }

    private static BatchContent ReadBatch(ReadOnlySpan<byte> body, JsonParts.Element<int> count)
    {
        var reader = new Utf8JsonReader(body, AttributeValueJson.ReaderOptions);
        GoTo(ref reader, "RequestItems");
        var sizes = JsonParts.ReadMap(ref reader, count);
        return new BatchContent([.. sizes.Keys], sizes.Values.Sum());
    }

    private static BatchContent ReadTransaction(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, AttributeValueJson.ReaderOptions);
        GoTo(ref reader, "TransactItems");
        var tables = JsonParts.ReadList(ref reader, ReadTable);
        return new BatchContent([.. tables.Distinct(StringComparer.Ordinal)], tables.Count);
    }

    /// <summary>An item of a transaction: <c>{"Put":{"TableName":"runs",…}}</c>.</summary>
    private static string ReadTable(ref Utf8JsonReader reader)
    {
        var table = "";
        while (JsonParts.NextName(ref reader, out _))
        {
            while (JsonParts.NextName(ref reader, out var name))
            {
                if (name == "TableName")
                    table = JsonParts.ReadString(ref reader);
                else
                    reader.Skip();
            }
        }

        return table;
    }

    private static int CountKeys(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (JsonParts.NextName(ref reader, out var name))
        {
            if (name == "Keys")
                count = CountElements(ref reader);
            else
                reader.Skip();
        }

        return count;
    }

    private static int CountElements(ref Utf8JsonReader reader)
    {
        JsonParts.Expect(ref reader, JsonTokenType.StartArray);
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
            reader.Skip();
        return count;
    }

    private static void GoTo(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        while (JsonParts.NextName(ref reader, out var name) && name != field)
            reader.Skip();
    }
}
