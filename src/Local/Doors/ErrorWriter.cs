using DynamoToolkit.Local.Errors;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>Writes error responses.</summary>
internal static class ErrorWriter
{
    /// <summary>Replaces everything written so far with an error.</summary>
    public static void Write(WireBuffer buffer, DynamoError error)
    {
        buffer.Clear();
        using var json = JsonWriters.Create(buffer);
        json.WriteStartObject();
        json.WriteString("__type", error.Type);
        if (error.Message.Length > 0)
            json.WriteString(error.MessageProperty, error.Message);
        error.WriteDetails(json);
        json.WriteEndObject();
    }
}
