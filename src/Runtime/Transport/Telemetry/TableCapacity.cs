using System.Text.Json;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>What a call consumed of one table's capacity, as its response tells it where the request asked.</summary>
/// <param name="Table">The table.</param>
/// <param name="Units">The capacity units; 0 where the response has no number.</param>
/// <param name="Json">Where in the response its JSON object stands.</param>
internal readonly record struct TableCapacity(string? Table, double Units, Range Json)
{
    /// <summary>What a response says of each table; empty where it says nothing.</summary>
    public static IReadOnlyList<TableCapacity> From(ReadOnlySpan<byte> response)
    {
        // The name nearly always stands near the end or not at all, and looking for it is much cheaper than reading a page of items.
        if (response.IndexOf("\"ConsumedCapacity\""u8) < 0)
            return [];

        try
        {
            return Read(response);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // A trace is no place to complain about a response; its reader will.
            return [];
        }
    }

    private static IReadOnlyList<TableCapacity> Read(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response, AttributeValueJson.ReaderOptions);
        reader.Read();
        while (JsonParts.NextName(ref reader, out var name))
        {
            if (name == "ConsumedCapacity")
                return reader.TokenType == JsonTokenType.StartObject ? [ReadTable(ref reader)] : JsonParts.ReadList(ref reader, ReadTable);
            reader.Skip();
        }

        return [];
    }

    private static TableCapacity ReadTable(ref Utf8JsonReader reader)
    {
        JsonParts.Expect(ref reader, JsonTokenType.StartObject);
        var start = (int)reader.TokenStartIndex;
        string? table = null;
        var units = 0.0;
        while (JsonParts.NextName(ref reader, out var name))
        {
            if (name == "TableName")
                table = reader.GetString();
            else if (name == "CapacityUnits")
                units = reader.GetDouble();
            else
                reader.Skip();
        }

        return new TableCapacity(table, units, start..(int)reader.BytesConsumed);
    }
}
