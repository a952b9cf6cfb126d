using System.Text;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes text as C# literals, whatever is in it.</summary>
internal static class Literals
{
    /// <summary>A string literal with its quotes.</summary>
    public static string String(string text) => "\"" + Escape(text) + "\"";

    /// <summary>A UTF-8 literal with its quotes.</summary>
    public static string Utf8(string text) => String(text) + "u8";

    /// <summary>An attribute's name and opening, as the writer's fused methods take them: <c>,"status":{"S":"</c>.</summary>
    public static string Prefix(string attributeName, string opening) => Utf8(",\"" + JsonEscape(attributeName) + "\":" + opening);

    /// <summary>Text as the inside of a JSON string.</summary>
    public static string JsonEscape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                escaped.Append('\\').Append(character);
            else if (character < ' ')
                escaped.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => safe.Append(' '),
                _ => safe.Append(character),
            };
        }

        return safe.ToString();
    }

    /// <summary>Text as the inside of a string literal.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '"' or '\\')
                escaped.Append('\\').Append(character);
            else if (character is >= ' ' and < '\u007f' || char.IsLetterOrDigit(character))
                escaped.Append(character);
            else
                escaped.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
