using System.Text.Json;
using System.Text.Unicode;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>From the bytes of a request to its JSON object.</summary>
internal static class RequestBody
{
    // 32 levels of attribute values take two JSON levels each; more is let in, so that the nesting error can name the true reason.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Parses a body. The document is the caller's to dispose.</summary>
    /// <exception cref="DynamoError">Empty, no UTF-8, no JSON, too deep, or no object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            throw DynamoError.Serialization("The request body is not valid UTF-8");

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Options);
        }
        catch (JsonException exception)
        {
            throw DynamoError.Serialization("The request body is not valid JSON: " + exception.Message);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
            return document;

        document.Dispose();
        throw DynamoError.Serialization("The request body is not a JSON object");
    }
}
