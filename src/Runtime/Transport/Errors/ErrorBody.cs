using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Errors;

/// <summary>The readable parts of an error response's body: the error's name, its message and the details that some errors have.</summary>
internal sealed class ErrorBody
{
    public string? Code { get; private set; }

    public string? Message { get; private set; }

    public Dictionary<string, AttributeValue>? Item { get; private set; }

    public List<CancellationReason>? CancellationReasons { get; private set; }

    public List<ThrottlingReason>? ThrottlingReasons { get; private set; }

    /// <summary>Reads as much as possible. A proxy may answer with anything, so this method never fails, whatever the body is.</summary>
    public static ErrorBody Parse(ReadOnlySpan<byte> body)
    {
        var error = new ErrorBody();
        var reader = new Utf8JsonReader(body, AttributeValueJson.ReaderOptions);
        Tolerate(ref reader, error, static (ref Utf8JsonReader reader, ErrorBody error) => error.ReadObject(ref reader));
        return error;
    }

    private delegate void Part(ref Utf8JsonReader reader, ErrorBody error);

    private void ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Each part is read from a copy of the reader, so that a malformed part does not affect the others.
            var part = reader;
            Tolerate(ref part, this, static (ref Utf8JsonReader reader, ErrorBody error) => error.ReadPart(ref reader));
            reader.Skip();
        }
    }

    private void ReadPart(ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        reader.Read();
        if (name == "__type")
            Code = CodeOf(TextOf(ref reader));
        else if (Is(name, "message"))
            Message = TextOf(ref reader);
        else if (Is(name, "Item"))
            Item = AttributeValueJson.ReadMap(ref reader);
        else if (Is(name, "CancellationReasons"))
            CancellationReasons = ErrorDetails.ReadCancellationReasons(ref reader);
        else if (Is(name, "ThrottlingReasons"))
            ThrottlingReasons = ErrorDetails.ReadThrottlingReasons(ref reader);
    }

    /// <summary>The service spells some names differently in different errors: <c>message</c>, <c>Message</c>.</summary>
    private static bool Is(string? name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    /// <summary>
    /// Turns <c>com.amazonaws.dynamodb.v20120810#ResourceNotFoundException:http://…</c> into <c>ResourceNotFoundException</c>.
    /// </summary>
    private static string? CodeOf(string? type)
    {
        if (type is null)
            return null;

        var code = type.AsSpan();
        var colon = code.IndexOf(':');
        if (colon >= 0)
            code = code[..colon];
        code = code[(code.LastIndexOf('#') + 1)..].Trim();
        return code.IsEmpty ? null : code.ToString();
    }

    private static void Tolerate(ref Utf8JsonReader reader, ErrorBody error, Part part)
    {
        try
        {
            part(ref reader, error);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // Malformed JSON, an attribute value of an unknown type, or text that is not UTF-8. The response is an error in any case, and
            // its status and the readable parts help the caller more than an exception about its form.
        }
    }
}
