using System.Text.Json;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>Reads the errors of OpenSearch: <c>{"error":{"type":"…","reason":"…"},"status":400}</c>.</summary>
internal static class OpenSearchErrors
{
    private const int MaxReasonLength = 500;

    /// <summary>The exception of an answer with an error. Proxies and gateways send other bodies, so any body is accepted.</summary>
    public static OpenSearchException Create(string path, int status, ReadOnlyMemory<byte> body)
    {
        var (type, reason) = ("http_error", "");
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root)
            {
                if (root.TryGetProperty("error", out var error))
                    (type, reason) = Read(error);
                else if (root.TryGetProperty("message", out var message) || root.TryGetProperty("Message", out message))
                    reason = message.ToString();
            }
        }
        catch (JsonException)
        {
            // The status says enough.
        }

        return new OpenSearchException($"OpenSearch refused {path} with the status {status}: {type} {Cut(reason)}".TrimEnd(), type, status);
    }

    /// <summary>The type and the reason of an error.</summary>
    public static (string Type, string Reason) Read(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return ("error", Cut(error.ToString()));
        var type = error.TryGetProperty("type", out var name) ? name.ToString() : "error";
        var reason = error.TryGetProperty("reason", out var text) ? text.ToString() : "";
        if (error.TryGetProperty("caused_by", out var cause) && cause.ValueKind == JsonValueKind.Object
            && cause.TryGetProperty("reason", out var deeper))
        {
            reason += $" ({deeper})";
        }

        return (type, Cut(reason));
    }

    private static string Cut(string text) => text.Length <= MaxReasonLength ? text : $"{text[..MaxReasonLength]}…";
}
