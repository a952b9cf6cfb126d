using System.Text;
using System.Text.Json;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>Finds the consumed capacity in a response, for the trace of a call that asked for it.</summary>
internal static class ConsumedCapacityTag
{
    /// <summary>The JSON of each table's consumed capacity, as the convention has it; null where the response has none.</summary>
    public static string[]? From(ReadOnlySpan<byte> response)
    {
        // The name nearly always stands near the end or not at all, and looking for it is much cheaper than reading a page of items.
        if (response.IndexOf("\"ConsumedCapacity\""u8) < 0)
            return null;

        try
        {
            return Read(response);
        }
        catch (JsonException)
        {
            // A trace is no place to complain about a response; its reader will.
            return null;
        }
    }

    private static string[]? Read(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response, AttributeValueJson.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("ConsumedCapacity"u8);
            reader.Read();
            if (found)
                return ReadObjects(response, ref reader);
            reader.Skip();
        }

        return null;
    }

    private static string[] ReadObjects(ReadOnlySpan<byte> response, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return [TextOf(response, ref reader)];

        var objects = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            objects.Add(TextOf(response, ref reader));
        return [.. objects];
    }

    private static string TextOf(ReadOnlySpan<byte> response, ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(response[start..(int)reader.BytesConsumed]);
    }
}
