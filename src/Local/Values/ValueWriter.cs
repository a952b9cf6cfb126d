using System.Text.Json;

namespace DynamoToolkit.Local.Values;

/// <summary>Values to DynamoDB JSON.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a property whose value is an item.</summary>
    public static void WriteMap(Utf8JsonWriter json, string property, MapValue map)
    {
        json.WritePropertyName(property);
        WriteMap(json, map);
    }

    /// <summary>Writes an item: an object of names and values.</summary>
    public static void WriteMap(Utf8JsonWriter json, MapValue map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map.Members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes one value: an object whose only member is named after the type.</summary>
    public static void Write(Utf8JsonWriter json, Value value)
    {
        json.WriteStartObject();
        var tag = value.Kind.Tag();
        switch (value)
        {
            case StringValue text:
                json.WriteString(tag, text.Text);
                break;
            case NumberValue number:
                json.WriteString(tag, number.Number.ToString());
                break;
            case BinaryValue binary:
                json.WriteBase64String(tag, binary.Bytes);
                break;
            case BoolValue boolean:
                json.WriteBoolean(tag, boolean.IsTrue);
                break;
            case NullValue:
                json.WriteBoolean(tag, true);
                break;
            case SetValue set:
                json.WritePropertyName(tag);
                WriteSet(json, set);
                break;
            case ListValue list:
                json.WritePropertyName(tag);
                json.WriteStartArray();
                foreach (var element in list.Elements)
                    Write(json, element);
                json.WriteEndArray();
                break;
            case MapValue map:
                json.WritePropertyName(tag);
                WriteMap(json, map);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteSet(Utf8JsonWriter json, SetValue set)
    {
        json.WriteStartArray();
        foreach (var element in set.Elements)
        {
            switch (element)
            {
                case StringValue text:
                    json.WriteStringValue(text.Text);
                    break;
                case NumberValue number:
                    json.WriteStringValue(number.Number.ToString());
                    break;
                case BinaryValue binary:
                    json.WriteBase64StringValue(binary.Bytes);
                    break;
            }
        }

        json.WriteEndArray();
    }
}
