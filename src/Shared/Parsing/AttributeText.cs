using System.Text;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>The texts that DynamoDB takes for attribute names, and as text at all.</summary>
internal static class AttributeText
{
    private const int LongestName = 65_535;
    private const int LongestKeyName = 255;

    /// <summary>Why an attribute's name is refused; null when it is fine.</summary>
    public static string? Refusal(string name) => Refusal(name, LongestName) ?? (IsWellFormed(name) ? null : "a name has no half of a surrogate pair");

    /// <summary>Why a key's attribute name is refused; null when it is fine.</summary>
    public static string? KeyRefusal(string name) => Refusal(name, LongestKeyName) is null ? Refusal(name) : $"a key's name has 1 to {LongestKeyName} bytes";

    /// <summary>Whether a text can be UTF-8: half of a surrogate pair is no character.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static string? Refusal(string name, int longest) =>
        name.Length == 0 || Encoding.UTF8.GetByteCount(name) > longest ? $"a name has 1 to {longest} bytes" : null;
}
