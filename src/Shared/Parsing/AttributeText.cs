using System.Text;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>The texts that DynamoDB accepts as attribute names, and as text at all.</summary>
internal static class AttributeText
{
    private const int MaxNameBytes = 65_535;
    private const int MaxKeyNameBytes = 255;

    /// <summary>Why an attribute's name is refused; null when it is fine.</summary>
    public static string? Refusal(string name) => LengthRefusal(name, "attribute names", MaxNameBytes) ?? SurrogateRefusal(name);

    /// <summary>Why a key's attribute name is refused; null when it is fine.</summary>
    public static string? KeyRefusal(string name) =>
        LengthRefusal(name, "attribute names of keys", MaxKeyNameBytes) ?? SurrogateRefusal(name);

    /// <summary>Why a text can't be encoded as UTF-8; null when it can.</summary>
    public static string? SurrogateRefusal(string text) =>
        IsWellFormed(text) ? null : "it contains half of a surrogate pair, which is not a character";

    /// <summary>Whether a text can be encoded as UTF-8, which half of a surrogate pair can't.</summary>
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

    private static string? LengthRefusal(string name, string what, int maxBytes) =>
        name.Length == 0 || Encoding.UTF8.GetByteCount(name) > maxBytes ? $"{what} have 1 to {maxBytes} bytes" : null;
}
