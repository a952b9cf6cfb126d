using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TrackingStore.Store;

/// <summary>
/// Writes JSON as MLflow's server does, whose readers may compare it as text: with a space after commas and colons, and with escapes for
/// what is not ASCII.
/// </summary>
internal static class SpacedJson
{
    /// <summary>Writes a list.</summary>
    /// <exception cref="InvalidOperationException">A text has half of a character.</exception>
    public static string Write(IEnumerable<JsonElement> elements)
    {
        var text = new StringBuilder();
        AddList(text, elements);
        return text.ToString();
    }

    private static void Add(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                AddList(text, value.EnumerateArray());
                break;
            case JsonValueKind.Object:
                AddAll(text, '{', value.EnumerateObject(), '}', static (text, property) =>
                {
                    AddText(text, property.Name);
                    text.Append(": ");
                    Add(text, property.Value);
                });
                break;
            case JsonValueKind.String:
                AddText(text, value.GetString()!);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AddList(StringBuilder text, IEnumerable<JsonElement> elements) => AddAll(text, '[', elements, ']', Add);

    private static void AddAll<T>(StringBuilder text, char begin, IEnumerable<T> parts, char end, Action<StringBuilder, T> add)
    {
        text.Append(begin);
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            add(text, part);
        }

        text.Append(end);
    }

    private static void AddText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                >= ' ' and <= '~' => letter.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            });
        }

        text.Append('"');
    }
}
