using System.Buffers;
using System.Text.Json;

namespace DynamoToolkit.Local.Server;

/// <summary>An error outside of the operations: no known target, or no valid credentials.</summary>
internal sealed record ProtocolError(string Name, string Message)
{
    /// <summary>The body of the response.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("__type", "com.amazon.coral.service#" + Name);
            if (Message.Length > 0)
                json.WriteString("message", Message);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
