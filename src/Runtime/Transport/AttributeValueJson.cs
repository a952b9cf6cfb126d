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
    public static Dictionary<string, AttributeValue> ReadMap(ref Utf8JsonReader reader) => JsonParts.ReadMap(ref reader, ReadValue);

    /// <summary>Reads one attribute value such as <c>{"S":"text"}</c>.</summary>
    public static AttributeValue ReadValue(ref Utf8JsonReader reader)
    {
        JsonParts.Expect(ref reader, JsonTokenType.StartObject);
        JsonParts.NextName(ref reader, out var tag);
        var value = tag switch
        {
            "S" => new AttributeValue { S = JsonParts.ReadString(ref reader) },
            "N" => new AttributeValue { N = JsonParts.ReadString(ref reader) },
            "B" => new AttributeValue { B = ReadBytes(ref reader) },
            "BOOL" => new AttributeValue { BOOL = reader.GetBoolean() },
            "NULL" => new AttributeValue { NULL = reader.GetBoolean() },
            "M" => new AttributeValue { M = ReadMap(ref reader) },
            "L" => new AttributeValue { L = JsonParts.ReadList(ref reader, ReadValue) },
            "SS" => new AttributeValue { SS = JsonParts.ReadStrings(ref reader) },
            "NS" => new AttributeValue { NS = JsonParts.ReadStrings(ref reader) },
            "BS" => new AttributeValue { BS = JsonParts.ReadList(ref reader, ReadBytes) },
            _ => throw new FormatException($"'{tag}' is no type of attribute value."),
        };
        reader.Read();
        JsonParts.Expect(ref reader, JsonTokenType.EndObject);
        return value;
    }

    /// <summary>Writes a map of attribute values.</summary>
    public static void WriteMap(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one attribute value.</summary>
    /// <exception cref="InvalidOperationException">The value has no type.</exception>
    public static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        if (value.S is { } text)
            writer.WriteString("S"u8, text);
        else if (value.N is { } number)
            writer.WriteString("N"u8, number);
        else if (value.B is { } bytes)
            writer.WriteBase64String("B"u8, BytesOf(bytes));
        else if (value.BOOL is { } flag)
            writer.WriteBoolean("BOOL"u8, flag);
        else if (value.NULL is { } isNull)
            writer.WriteBoolean("NULL"u8, isNull);
        else
            WriteCollection(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteCollection(Utf8JsonWriter writer, AttributeValue value)
    {
        if (value.SS is { Count: > 0 } texts)
            WriteArray(writer, "SS", texts, static (writer, element) => writer.WriteStringValue(element));
        else if (value.NS is { Count: > 0 } numbers)
            WriteArray(writer, "NS", numbers, static (writer, element) => writer.WriteStringValue(element));
        else if (value.BS is { Count: > 0 } binaries)
            WriteArray(writer, "BS", binaries, static (writer, element) => writer.WriteBase64StringValue(BytesOf(element)));
        else if (value.IsLSet)
            WriteArray(writer, "L", value.L, WriteValue);
        else if (value.IsMSet)
            WriteMember(writer, value.M);
        else
            throw new InvalidOperationException("An attribute value has no type.");
    }

    private static void WriteMember(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WritePropertyName("M"u8);
        WriteMap(writer, map);
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, List<T> list, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var element in list)
            write(writer, element);
        writer.WriteEndArray();
    }

    private static MemoryStream ReadBytes(ref Utf8JsonReader reader)
    {
        JsonParts.Expect(ref reader, JsonTokenType.String);
        var bytes = reader.GetBytesFromBase64();

        // The SDK's users call GetBuffer on it, so it must be exposed.
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    private static ReadOnlySpan<byte> BytesOf(MemoryStream stream) => stream.TryGetBuffer(out var buffer) ? buffer : stream.ToArray();
}
