using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>Creates the JSON writers of responses.</summary>
internal static class JsonWriters
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Responses do not end up in HTML, and values nest deeper than the default limit of the writer.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
#if !DEBUG
        SkipValidation = true,
#endif
    };

    /// <summary>A writer into the buffer.</summary>
    public static Utf8JsonWriter Create(WireBuffer buffer) => new(buffer, Options);
}
