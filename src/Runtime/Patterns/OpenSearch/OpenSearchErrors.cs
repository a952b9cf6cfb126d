using System.Text.Json;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>Reads the errors of OpenSearch: <c>{"error":{"type":"…","reason":"…"},"status":400}</c>.</summary>
internal static class OpenSearchErrors
{
    private const int MaxReasonLength = 500;

    /// <summary>How deep causes are looked for: deeper than OpenSearch nests them.</summary>
    private const int MaxDepth = 16;

    /// <summary>
    /// The errors of a search that has too many clauses or is too complex. Until version 3, OpenSearch reports them with the status 500.
    /// </summary>
    private static readonly HashSet<string> OfRequest = new(StringComparer.Ordinal)
    {
        "too_many_clauses",
        "too_many_nested_clauses",
        "too_complex_to_determinize_exception",
        "fuzzy_terms_exception",
    };

    /// <summary>Whether an error is the request's fault, whatever its status.</summary>
    public static bool IsOfRequest(string type) => OfRequest.Contains(type);

    /// <summary>The exception if there was no answer in time.</summary>
    public static OpenSearchException Timeout(string path, Exception? error = null) => new(
        $"OpenSearch did not answer {path} in time. Set {nameof(OpenSearchOptions.SearchTimeout)} or "
        + $"{nameof(OpenSearchOptions.WriteTimeout)} to wait longer.",
        "timeout",
        innerException: error);

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

    /// <summary>The type and the reason of the first failure of a shard, or of one that is the request's fault.</summary>
    public static (string Type, string Reason) ReadFailures(JsonElement failures)
    {
        var all = failures.EnumerateArray().Select(static one => Read(one.GetProperty("reason"))).ToList();
        return all.Find(static one => IsOfRequest(one.Type)) is { Type: not null } found ? found : all.FirstOrDefault(("", ""));
    }

    /// <summary>The type and the reason of an error.</summary>
    public static (string Type, string Reason) Read(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return ("error", Cut(error.ToString()));
        var type = FindOfRequest(error, MaxDepth) ?? (error.TryGetProperty("type", out var name) ? name.ToString() : "error");
        var reason = error.TryGetProperty("reason", out var text) ? text.ToString() : "";
        if (error.TryGetProperty("caused_by", out var cause) && cause.ValueKind == JsonValueKind.Object
            && cause.TryGetProperty("reason", out var deeper))
        {
            reason += $" ({deeper})";
        }

        return (type, Cut(reason));
    }

    /// <summary>
    /// The type of a cause that is the request's fault, wherever it is: in <c>root_cause</c>, <c>failed_shards</c>, <c>failures</c> or
    /// <c>caused_by</c>.
    /// </summary>
    private static string? FindOfRequest(JsonElement value, int depth)
    {
        if (depth == 0)
            return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(element => FindOfRequest(element, depth - 1))
                    .FirstOrDefault(static found => found is not null);

            case JsonValueKind.Object:
                return value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && IsOfRequest(type.ToString())
                    ? type.ToString()
                    : value.EnumerateObject().Select(member => FindOfRequest(member.Value, depth - 1))
                        .FirstOrDefault(static found => found is not null);

            default:
                return null;
        }
    }

    private static string Cut(string text) => text.Length <= MaxReasonLength ? text : $"{text[..MaxReasonLength]}…";
}
