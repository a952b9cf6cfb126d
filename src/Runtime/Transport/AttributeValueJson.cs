using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport;

/// <summary>
/// DynamoDB's JSON to and from the AWS SDK's <see cref="AttributeValue"/>: for the borders where the SDK's types are asked for
/// (errors that carry an item, the bridge), never on the library's own way.
/// </summary>
internal static class AttributeValueJson
{
    /// <summary>Attribute values nest 32 levels, and each level is two containers in JSON; requests and responses wrap some more around them.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 128 };

    /// <summary>Reads a map of attribute values. The reader is at its opening brace, and ends at its closing brace.</summary>
    /// <exception cref="FormatException">The JSON is no map of attribute values.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static Dictionary<string, AttributeValue> ReadMap(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var map = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = ReadValue(ref reader);
        }

        return map;
    }

    /// <summary>Reads one attribute value such as <c>{"S":"text"}</c>.</summary>
    public static AttributeValue ReadValue(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        reader.Read();
        Expect(ref reader, JsonTokenType.PropertyName);
        var tag = reader.GetString();
        reader.Read();
        var value = tag switch
        {
            "S" => new AttributeValue { S = ReadString(ref reader) },
            "N" => new AttributeValue { N = ReadString(ref reader) },
            "B" => new AttributeValue { B = ReadBytes(ref reader) },
            "BOOL" => new AttributeValue { BOOL = reader.GetBoolean() },
            "NULL" => new AttributeValue { NULL = reader.GetBoolean() },
            "M" => new AttributeValue { M = ReadMap(ref reader) },
            "L" => new AttributeValue { L = ReadList(ref reader, ReadValue) },
            "SS" => new AttributeValue { SS = ReadList(ref reader, ReadString) },
            "NS" => new AttributeValue { NS = ReadList(ref reader, ReadString) },
            "BS" => new AttributeValue { BS = ReadList(ref reader, ReadBytes) },
            _ => throw new FormatException($"'{tag}' is no type of attribute value."),
        };
        reader.Read();
        Expect(ref reader, JsonTokenType.EndObject);
        return value;
    }

    private delegate T Element<T>(ref Utf8JsonReader reader);

    private static List<T> ReadList<T>(ref Utf8JsonReader reader, Element<T> read)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref reader));
        return list;
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static MemoryStream ReadBytes(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        var bytes = reader.GetBytesFromBase64();

        // The SDK's users call GetBuffer on it, so it must be exposed.
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
            throw new FormatException($"An attribute value has a {reader.TokenType} where a {expected} belongs.");
    }
}
