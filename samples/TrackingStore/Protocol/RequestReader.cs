using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TrackingStore.Protocol;

/// <summary>Turns an HTTP request into <see cref="Arguments"/>: the query string of a GET, the JSON body of anything else.</summary>
internal static class RequestReader
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new Dictionary<string, string>(), MlflowJson.Default.DictionaryStringString);

    /// <summary>Reads the request's arguments.</summary>
    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return FromQuery(request.Query);
        RequireJson(request.ContentType);
        return new Arguments(await ReadBodyAsync(request, cancellationToken));
    }

    private static Arguments FromQuery(IQueryCollection query)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, values) in query) WriteArgument(writer, name, values.ToArray());
            writer.WriteEndObject();
        }

        return new Arguments(Parse(stream.ToArray()), fromQuery: true);
    }

    private static void WriteArgument(Utf8JsonWriter writer, string name, string?[] values)
    {
        // UI and clients write the name of a repeated argument with or without brackets.
        writer.WritePropertyName(name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name);
        if (values.Length == 1)
        {
            writer.WriteStringValue(values[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void RequireJson(string? contentType)
    {
        var type = contentType is null ? "" : contentType.Split(';')[0].Trim();
        if (type.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return;
        throw MlflowException.Invalid("Bad Request. Content-Type must be one of ['application/json'].");
    }

    private static async Task<JsonElement> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var body = Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        // Old clients encode the body twice: a JSON string that holds the JSON object.
        if (JsonText.TryRead(body, out var inner)) body = Parse(Encoding.UTF8.GetBytes(inner));
        return body.ValueKind == JsonValueKind.Object ? body : Empty;
    }

    /// <summary>Broken JSON counts as an empty message, so the answer names the first argument that is missing.</summary>
    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        // System.Text.Json finds bytes that are no UTF-8 only when the text is asked for.
        if (!Utf8.IsValid(utf8.Span)) return Empty;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Empty;
        }
    }
}
