using System.Text.Json;
using System.Text.Unicode;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>Parses the bytes of a request into its JSON object. As in the service, the error of a body that is none has no message.</summary>
internal static class RequestBody
{
    // Each of the 32 levels of attribute values takes two JSON levels. More are accepted here, so that the error can name the real limit.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Parses a body. The caller disposes the document.</summary>
    /// <exception cref="DynamoError">The body is empty, not UTF-8, not JSON, too deep, or not an object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            throw DynamoError.Serialization("");

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            throw DynamoError.Serialization("");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;

        document.Dispose();
        throw DynamoError.Serialization("");
    }
}
