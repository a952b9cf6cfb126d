using System.Text;
using System.Text.Json;

namespace TrackingStore.Store;

/// <summary>Lists that MLflow keeps as JSON in a tag.</summary>
internal static class JsonList
{
    /// <summary>The elements of a list; none for what is another JSON value, or where there is none.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static List<JsonElement> Read(string? list)
    {
        if (string.IsNullOrEmpty(list)) return [];
        using var document = JsonDocument.Parse(list);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(e => e.Clone())]
            : [];
    }

    /// <summary>Writes a list.</summary>
    public static string Write(IEnumerable<JsonElement> elements)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var element in elements) element.WriteTo(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
