using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>Makes the JSON writers of answers.</summary>
internal static class JsonWriters
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Nobody puts these answers into HTML, and values nest deeper than the writer's default limit.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
#if !DEBUG
        SkipValidation = true,
#endif
    };

    /// <summary>A writer into the buffer.</summary>
    public static Utf8JsonWriter Create(WireBuffer buffer) => new(buffer, Options);
}
