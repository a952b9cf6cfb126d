using System.Buffers;
using System.Text;
using DynamoToolkit;

namespace TrackingStore.Search;

/// <summary>
/// What a comparison asks of a name, as far as an index of names can tell: every name that passes the comparison matches the pattern, and
/// others may, too.
/// </summary>
internal sealed class NamePattern
{
    // Two characters are in too many names.
    private const int MinFragment = 3;

    private readonly string pattern;
    private readonly bool ignoresCase;

    private NamePattern(string pattern, bool ignoresCase)
    {
        this.pattern = pattern;
        this.ignoresCase = ignoresCase;
    }

    /// <summary>The pattern of a comparison with a whole text; null if the index cannot help.</summary>
    public static NamePattern? OfText(string text) =>
        text.Length > 0 && IsText(text) ? new NamePattern(Escape(text), ignoresCase: false) : null;

    /// <summary>The pattern of a LIKE comparison; null if its fragments are too short for the index to help.</summary>
    /// <param name="like">The pattern: <c>%</c> is any run of characters, <c>_</c> is one character, and nothing is an escape.</param>
    /// <param name="ignoresCase">
    /// Whether case does not matter. The index ignores accents as well, and of what is one character here it may have two. So a <c>_</c>
    /// becomes a <c>%</c>, and the comparison itself has the last word.
    /// </param>
    public static NamePattern? OfLike(string like, bool ignoresCase)
    {
        if (!IsText(like)) return null;
        var fragments = (ignoresCase ? WithoutUnsettled(like) : like).Split('%', '_');
        return fragments.Any(fragment => fragment.Length >= MinFragment)
            ? new NamePattern(string.Join('%', fragments.Select(Escape)), ignoresCase)
            : null;
    }

    /// <summary>Makes a search return only what matches the pattern.</summary>
    public void Restrict<T>(Search<T> search)
        where T : IItem<T>
    {
        if (ignoresCase) search.ILike(pattern);
        else search.Like(pattern);
    }

    /// <summary>
    /// Puts a wildcard in place of letters about whose other case this machine and the index may disagree: each knows the letters of its
    /// version of Unicode, and every version adds some.
    /// </summary>
    private static string WithoutUnsettled(string like) =>
        string.Concat(like.EnumerateRunes().Select(rune => IsSettled(rune) ? rune.ToString() : "%"));

    private static bool IsSettled(Rune rune)
    {
        var (lower, upper) = (Rune.ToLowerInvariant(rune), Rune.ToUpperInvariant(rune));
        return lower == upper || (IsInOldBlock(lower) && IsInOldBlock(upper));
    }

    /// <summary>Whether a letter is in the blocks of the Latin, Greek, Cyrillic and Armenian scripts that are full for long.</summary>
    private static bool IsInOldBlock(Rune letter) => letter.Value is < 0x250 or (>= 0x370 and < 0x590) or (>= 0x1E00 and < 0x2000);

    private static string Escape(string fragment)
    {
        var escaped = new StringBuilder();
        foreach (var character in fragment)
        {
            if (character is '\\' or '%' or '_') escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>Whether no surrogate is without its other half. No name has one, and the index refuses it.</summary>
    private static bool IsText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done) return false;
            text = text[length..];
        }

        return true;
    }
}
