using System.Runtime.InteropServices;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport;

/// <summary>
/// Converts items inside JSON that System.Text.Json reads and writes (errors that contain an item, the bridge) to and from the AWS SDK's
/// <see cref="AttributeValue"/>. Only <see cref="AttributeValues"/> knows the form of an attribute value.
/// </summary>
internal static class AttributeValueJson
{
    /// <summary>Attribute values nest 32 levels of two JSON containers each, and requests and responses add a few more.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 128 };

    /// <summary>Reads a map of attribute values. The reader is at its opening brace, and ends at its closing brace.</summary>
    /// <exception cref="FormatException">The JSON is not a map of attribute values.</exception>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Dictionary<string, AttributeValue> ReadMap(ref Utf8JsonReader reader)
    {
        using var map = JsonDocument.ParseValue(ref reader);
        var item = new ItemReader(JsonMarshal.GetRawUtf8Value(map.RootElement));
        return AttributeValues.ReadMap(ref item);
    }

    /// <summary>Writes a map of attribute values.</summary>
    /// <exception cref="InvalidAttributeValueException">A value is empty, or holds something that DynamoDB cannot store.</exception>
    public static void WriteMap(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        using var buffer = WireBuffer.Rent();
        var item = new ItemWriter(buffer);
        AttributeValues.WriteMap(ref item, map);
        item.Flush();
        writer.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }
}
