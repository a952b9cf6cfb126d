using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>Writes the bodies of requests.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends a JSON value to a buffer.</summary>
    public static void Append(WireBuffer buffer, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
    }

    /// <summary>Writes an object with one member.</summary>
    public static void Wrap(this Utf8JsonWriter writer, string name, Action write)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        write();
        writer.WriteEndObject();
    }

    /// <summary>Writes a member that is an object.</summary>
    public static void Member(this Utf8JsonWriter writer, string name, Action members)
    {
        writer.WriteStartObject(name);
        members();
        writer.WriteEndObject();
    }
}
