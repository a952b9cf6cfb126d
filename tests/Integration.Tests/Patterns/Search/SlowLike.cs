using System.Text;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary><c>LIKE</c> as its definition says it, code point by code point.</summary>
internal static class SlowLike
{
    public static bool Matches(ReadOnlySpan<Rune> pattern, ReadOnlySpan<Rune> text)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        switch (pattern[0].Value)
        {
            case '%':
                return Matches(pattern[1..], text) || (!text.IsEmpty && Matches(pattern, text[1..]));
            case '_':
                return !text.IsEmpty && Matches(pattern[1..], text[1..]);
            case '\\':
                pattern = pattern[1..];
                break;
        }

        return !text.IsEmpty && pattern[0] == text[0] && Matches(pattern[1..], text[1..]);
    }
}
