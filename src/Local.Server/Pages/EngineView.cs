using System.Buffers;
using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>Reads the engine for the pages. These reads neither count as heat nor meet injected faults.</summary>
internal sealed class EngineView(LocalDynamo engine)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>The engine.</summary>
    public LocalDynamo Engine { get; } = engine;

    /// <summary>Runs an operation that reads.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="request">Writes the members of the request.</param>
    /// <exception cref="PageException">The engine answers with an error.</exception>
    public JsonElement Read(string operation, Action<Utf8JsonWriter> request)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { MaxDepth = 1000 }))
        {
            json.WriteStartObject();
            request(json);
            json.WriteEndObject();
        }

        using var response = Engine.View(operation, body.WrittenMemory);
        using var document = JsonDocument.Parse(response.WrittenMemory, Deep);
        var root = document.RootElement.Clone();
        if (!root.TryGetProperty("__type", out var type))
            return root;

        var name = type.GetString()!.Split('#')[^1];
        var message = root.TryGetProperty("message", out var text) || root.TryGetProperty("Message", out text) ? text.GetString() : null;
        throw new PageException(
            name is "ResourceNotFoundException" or "BackupNotFoundException" ? 404 : 400, string.IsNullOrEmpty(message) ? name : message);
    }
}
