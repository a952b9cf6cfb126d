using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>Keys in URLs: their JSON in base 64, so that no character of a key means anything there.</summary>
internal static class Tokens
{
    /// <summary>The text of a key.</summary>
    public static string Of(JsonElement key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.GetRawText()));

    /// <summary>The text of the given attributes of an item.</summary>
    public static string Of(JsonElement item, IEnumerable<string> attributes)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var name in attributes)
            {
                json.WritePropertyName(name);
                item.GetProperty(name).WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>The key of a text.</summary>
    /// <exception cref="PageException">The text is not a key from this class.</exception>
    public static JsonElement Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new PageException(400, "The link is damaged. Go back to the table, and follow a link there.");
        }
    }
}
