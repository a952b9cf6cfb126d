using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TrackingStore.Protocol.Requests;

/// <summary>Reads bodies of requests. Their memory depends on what arrives and is accepted, not on what is promised.</summary>
internal static class JsonBody
{
    /// <summary>The most values that a body may have. The largest batch of metrics has 10,000.</summary>
    public const int MaxValues = 100_000;

    /// <summary>Reads the JSON object of a body. An empty body is an empty object.</summary>
    /// <exception cref="MlflowException">The body is something else, or has too many values.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var document = Parse(await ReceiveAsync(request.BodyReader, cancellationToken));
        if (document is null) return default;
        request.HttpContext.Response.RegisterForDispose(document);
        var body = document.RootElement;
        if (JsonText.TryRead(body, out var inner))
        {
            // Old clients encode the body twice: a JSON string that holds the JSON object.
            var decoded = Encoding.UTF8.GetBytes(inner);
            Count(new JsonCounter(MaxValues), decoded, isWhole: true);
            if (Parse(decoded) is not { } nested) throw NotAnObject();
            request.HttpContext.Response.RegisterForDispose(nested);
            body = nested.RootElement;
        }

        return body.ValueKind == JsonValueKind.Object ? body : throw NotAnObject();
    }

    private static async Task<ReadOnlyMemory<byte>> ReceiveAsync(PipeReader source, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var counter = new JsonCounter(MaxValues);
        while (true)
        {
            var part = await source.ReadAsync(cancellationToken);
            foreach (var segment in part.Buffer) body.Write(segment.Span);
            source.AdvanceTo(part.Buffer.End);
            var received = body.GetBuffer().AsMemory(0, (int)body.Length);
            if (received.Length > 0) Count(counter, received.Span, part.IsCompleted);
            if (part.IsCompleted) return received;
        }
    }

    private static void Count(JsonCounter counter, ReadOnlySpan<byte> text, bool isWhole)
    {
        bool isSmall;
        try
        {
            isSmall = counter.Count(text, isWhole);
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }

        if (!isSmall) throw MlflowException.Invalid($"The request has too many values. It may have at most {MaxValues}.");
    }

    /// <summary>The document, whose text has been counted; null for an empty body.</summary>
    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8)
    {
        // System.Text.Json finds bytes that are not UTF-8 only when someone reads the text.
        if (!Utf8.IsValid(utf8.Span)) throw NotAnObject();
        return utf8.IsEmpty ? null : JsonDocument.Parse(utf8);
    }

    /// <summary>
    /// The error of a body that is cut off, or is not JSON. MLflow takes it for an empty object, and so creates a run in experiment 0 when
    /// the request to create one elsewhere is damaged.
    /// </summary>
    private static MlflowException NotAnObject() => new(ErrorCode.BAD_REQUEST, "Bad Request. The body must be a JSON object.");
}
