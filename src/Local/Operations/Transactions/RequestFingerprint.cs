using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>
/// A hash of what a request asks for. Neither white space, escapes and the order of members matter, nor the order of a set's elements and
/// the notation of numbers.
/// </summary>
internal static class RequestFingerprint
{
    private static readonly JsonWriterOptions Options = new() { MaxDepth = 1000 };

    /// <summary>The hash of the actions of a transaction, which have been read without a mistake.</summary>
    public static string Of(JsonElement actions)
    {
        var canonical = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(canonical, Options))
            Write(json, actions);
        return Convert.ToBase64String(SHA256.HashData(canonical.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, element);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var entry in element.EnumerateArray())
                    Write(json, entry);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(JsonText.Of(element));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    // A member that is null counts as absent, and of a repeated one the last counts, as when the request is read.
    private static void WriteObject(Utf8JsonWriter json, JsonElement element)
    {
        var members = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
                members[JsonText.NameOf(property)] = property.Value;
        }

        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            WriteMember(json, name, value);
        }

        json.WriteEndObject();
    }

    // An attribute's own value is always an object, so a scalar or an array under one of these names belongs to a value of that type.
    private static void WriteMember(Utf8JsonWriter json, string name, JsonElement value)
    {
        switch (name)
        {
            case "N" when value.ValueKind == JsonValueKind.String:
                json.WriteStringValue(Number(value));
                break;
            case "SS" or "NS" or "BS" when value.ValueKind == JsonValueKind.Array:
                WriteSet(json, value.EnumerateArray().Select(entry => name == "NS" ? Number(entry) : JsonText.Of(entry)));
                break;
            case "TableName":
                json.WriteStringValue(TableNames.FromResource(JsonText.Of(value)));
                break;
            default:
                Write(json, value);
                break;
        }
    }

    private static void WriteSet(Utf8JsonWriter json, IEnumerable<string> elements)
    {
        json.WriteStartArray();
        foreach (var element in elements.Order(StringComparer.Ordinal))
            json.WriteStringValue(element);
        json.WriteEndArray();
    }

    private static string Number(JsonElement value) => NumberText.Parse(JsonText.Of(value)).ToString();
}
