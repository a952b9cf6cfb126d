using System.Text;

namespace DynamoToolkit;

/// <summary>
/// The neighbours of a text among sort keys, in the order of their UTF-8 bytes. A sort key has at most 1,024 bytes, so each text has a
/// greatest text below it. BETWEEN needs that text, because it includes both its ends.
/// </summary>
internal static class TextBounds
{
    private const string HighestRune = "\U0010FFFF";
    private const int HighestRuneBytes = 4;

    /// <summary>The greatest key that begins with the text.</summary>
    public static string Last(string prefix)
    {
        var left = KeyModel.MaxSortBytes - Encoding.UTF8.GetByteCount(prefix);
        var text = new StringBuilder(prefix, KeyModel.MaxSortBytes);
        for (; left >= HighestRuneBytes; left -= HighestRuneBytes)
            text.Append(HighestRune);

        // Fill the rest with the highest character of exactly that many bytes.
        return text.Append(left switch
        {
            3 => "\uFFFF",
            2 => "\u07FF",
            1 => "\u007F",
            _ => "",
        }).ToString();
    }

    /// <summary>
    /// A key with the prefix that no item has, filled up with code points that are not characters. It stands for the range below the prefix
    /// itself. That range is empty, and DynamoDB refuses a BETWEEN with its ends swapped.
    /// </summary>
    public static string Nothing(string prefix) => Last(prefix);

    /// <summary>The greatest key that is less than the text.</summary>
    public static string Below(string text)
    {
        Rune.DecodeLastFromUtf16(text, out var rune, out var length);
        var start = text[..^length];
        return rune.Value == 0 ? start : Last(start + Previous(rune));
    }

    /// <summary>The smallest key that is greater than the text.</summary>
    public static string Above(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) < KeyModel.MaxSortBytes)
            return text + '\0';

        // A longer key does not fit, so the next one differs in its last character.
        Rune.DecodeLastFromUtf16(text, out var rune, out var length);
        return text[..^length] + Next(rune);
    }

    private static Rune Previous(Rune rune) => new(rune.Value == 0xE000 ? 0xD7FF : rune.Value - 1);

    private static Rune Next(Rune rune) => new(rune.Value == 0xD7FF ? 0xE000 : Math.Min(rune.Value + 1, 0x10FFFF));
}
