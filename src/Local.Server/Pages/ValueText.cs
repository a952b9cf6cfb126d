using System.Text.Encodings.Web;
using System.Text.Json;

namespace DynamoToolkit.Local.Server.Pages;

/// <summary>Attribute values as people read them.</summary>
internal static class ValueText
{
    private const int ShortLength = 120;

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        MaxDepth = 1000,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions Compact = Indented with { Indented = false };

    /// <summary>The type of a value: S, N, B and so on.</summary>
    public static string TypeOf(JsonElement value) => value.EnumerateObject().First().Name;

    /// <summary>The whole value: a text or number as it is, anything else as JSON.</summary>
    public static string Of(JsonElement value) => Of(value, Indented);

    /// <summary>The value in one line, cut if it is long.</summary>
    public static string Short(JsonElement value)
    {
        var text = Of(value, Compact);
        return text.Length <= ShortLength ? text : string.Concat(text.AsSpan(0, ShortLength), "…");
    }

    /// <summary>A whole item as indented JSON.</summary>
    public static byte[] ToJson(JsonElement item) => Write(item, Indented);

    private static string Of(JsonElement value, JsonWriterOptions options)
    {
        var content = value.EnumerateObject().First();
        return content.Name switch
        {
            "S" when content.Value.ValueEquals("") => "(empty string)",
            "B" when content.Value.ValueEquals("") => "(empty binary)",
            "S" or "N" or "B" => content.Value.GetString()!,
            "NULL" => "null",
            _ => System.Text.Encoding.UTF8.GetString(Write(content.Value, options)),
        };
    }

    private static byte[] Write(JsonElement element, JsonWriterOptions options)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, options))
            element.WriteTo(json);
        return bytes.ToArray();
    }
}
