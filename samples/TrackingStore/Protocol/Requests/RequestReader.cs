using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TrackingStore.Protocol.Requests;

/// <summary>Finds the arguments of an HTTP request: in the query string of a GET, in the JSON body of anything else.</summary>
internal static class RequestReader
{
    /// <summary>The arguments of a request.</summary>
    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return OfQuery(request);
        RequireJson(request.ContentType);
        return new Arguments(new JsonArguments(await ReadBodyAsync(request, cancellationToken)));
    }

    /// <summary>The arguments in the query string of a request whose body is something else.</summary>
    public static Arguments OfQuery(HttpRequest request) => new(new QueryArguments(request.Query));

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
        return JsonText.TryRead(body, out var inner) ? Parse(Encoding.UTF8.GetBytes(inner)) : body;
    }

    /// <summary>Broken JSON counts as an empty message, so the answer names the first argument that is missing.</summary>
    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        // System.Text.Json finds bytes that are not UTF-8 only when someone reads the text.
        if (!Utf8.IsValid(utf8.Span)) return default;
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
