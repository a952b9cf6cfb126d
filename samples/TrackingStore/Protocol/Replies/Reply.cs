using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Writes replies.</summary>
internal static class Reply
{
    // Quotes are escaped as \" and not as \u0022: clients look for that in messages.
    private static readonly MlflowJson Wire =
        new(new JsonSerializerOptions(MlflowJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private const int MaxMessage = 20_000;

    /// <summary>Writes a message as the response.</summary>
    public static Task WriteAsync<T>(HttpContext context, T message) =>
        context.Response.WriteAsJsonAsync(
            message, (JsonTypeInfo<T>)Wire.GetTypeInfo(typeof(T))!, contentType: "application/json", context.RequestAborted);

    /// <summary>A message as JSON, to be changed.</summary>
    public static JsonObject ToNode<T>(T message) =>
        JsonSerializer.SerializeToNode(message, (JsonTypeInfo<T>)Wire.GetTypeInfo(typeof(T))!)!.AsObject();

    /// <summary>Writes an error as the response.</summary>
    public static Task WriteErrorAsync(HttpContext context, ErrorCode code, string message, int? status = null)
    {
        context.Response.StatusCode = status ?? code.ToStatus();
        // Messages show what the client sent, which may be long.
        return WriteAsync(context, new ErrorReply(code.ToString(), Limits.Truncate(message, MaxMessage)));
    }
}
