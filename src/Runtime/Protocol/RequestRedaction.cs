using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Writes a request's JSON once more without the caller's data. What stays is what the model and the code say: names of tables, indexes
/// and top-level attributes, types, expressions and options.
/// </summary>
internal static class RequestRedaction
{
    private const string Hidden = "***";

    // For people, not for HTML: < and > in expressions stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a request without values.</summary>
    /// <param name="request">The request's JSON.</param>
    /// <param name="output">Receives the JSON without values.</param>
    public static void Write(ReadOnlyMemory<byte> request, WireBuffer output)
    {
        using var document = JsonDocument.Parse(request);
        using var writer = new Utf8JsonWriter(output, Options);
        Write(writer, document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, element);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var one in element.EnumerateArray())
                    Write(writer, one);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement element)
    {
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            switch (member.Name)
            {
                case "Item" or "Key" or "ExclusiveStartKey" or "ExpressionAttributeValues":
                    WriteAttributes(writer, member.Value);
                    break;
                case "ExpressionAttributeNames":
                    WriteNames(writer, member.Value, element);
                    break;
                case "ClientRequestToken":
                    writer.WriteStringValue(Hidden);
                    break;
                default:
                    Write(writer, member.Value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes attributes with their types only. Maps are not entered, because their names may be a dictionary's keys.</summary>
    private static void WriteAttributes(Utf8JsonWriter writer, JsonElement attributes)
    {
        writer.WriteStartObject();
        foreach (var attribute in attributes.EnumerateObject())
        {
            writer.WriteStartObject(attribute.Name);
            foreach (var value in attribute.Value.EnumerateObject())
                writer.WriteString(value.Name, Hidden);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the names of an operation's expressions, without those inside of maps, which may be a dictionary's keys.</summary>
    private static void WriteNames(Utf8JsonWriter writer, JsonElement names, JsonElement operation)
    {
        List<string> expressions =
        [
            .. operation.EnumerateObject()
                .Where(static member => member.Name.EndsWith("Expression", StringComparison.Ordinal))
                .Select(static member => member.Value.GetString()!),
        ];
        writer.WriteStartObject();
        foreach (var name in names.EnumerateObject())
        {
            var isTopLevel = expressions.Exists(expression => NamesTopLevel(expression, name.Name));
            writer.WriteString(name.Name, isTopLevel ? name.Value.GetString() : Hidden);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whether an expression uses a placeholder at the beginning of a path: not behind a dot.</summary>
    private static bool NamesTopLevel(string expression, string placeholder)
    {
        for (var at = expression.IndexOf(placeholder, StringComparison.Ordinal);
             at >= 0;
             at = expression.IndexOf(placeholder, at + 1, StringComparison.Ordinal))
        {
            var end = at + placeholder.Length;
            var isWhole = end == expression.Length || !char.IsAsciiDigit(expression[end]);
            if (isWhole && (at == 0 || expression[at - 1] != '.'))
                return true;
        }

        return false;
    }
}
