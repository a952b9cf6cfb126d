using System.Globalization;
using System.Text;

namespace DynamoToolkit.Shared.Schema;

/// <summary>Writes names and key texts so that a line of the baseline can be taken apart again.</summary>
internal static class SchemaText
{
    /// <summary>A name as it is if it has only letters, digits and <c>_ - .</c>, and in quotes otherwise.</summary>
    public static string Name(string name) => name.Length > 0 && name.All(IsPlain) ? name : Quoted(name);

    /// <summary>A text in quotes, with <c>\"</c>, <c>\\</c> and <c>\u000A</c> for what would end it or the line.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (EndsLine(character))
                quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Finds a text outside of quotes; -1 where it is not there. False if a quote has no end.</summary>
    public static bool TryFind(string text, string found, out int position)
    {
        position = -1;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '\\')
                i++;
            else if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && position < 0 && string.CompareOrdinal(text, i, found, 0, found.Length) == 0)
                position = i;
        }

        return !isQuoted;
    }

    private static bool EndsLine(char character) => char.IsControl(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.';
}
