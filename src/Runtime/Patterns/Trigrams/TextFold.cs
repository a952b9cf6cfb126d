using System.Text;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// Folds text for comparisons that ignore case, accents and width: each code point by itself, so that the fold of a part of a text is a
/// part of the text's fold. What contains a text therefore contains it folded, too, and an index of folded text misses nothing.
/// </summary>
/// <remarks>
/// A code point is decomposed (compatibility), loses its nonspacing marks and what is ignored by default, and gets Unicode's full case
/// folding. The table is the library's own: .NET normalizes nothing in globalization-invariant mode, and elsewhere as the host's ICU does.
/// </remarks>
internal static class TextFold
{
    /// <summary>The version of the table. Texts that were indexed with another one have to be indexed anew.</summary>
    public const int Version = 1;

    /// <summary>Stands before a folded text. No fold yields it.</summary>
    public const int Start = 0x02;

    /// <summary>Stands after a folded text. No fold yields it, and it sorts before everything that follows in a text.</summary>
    public const int End = 0x03;

    /// <summary>The folded text.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public static string Of(string text)
    {
        var points = new FoldedCodePoints(text);
        var folded = new StringBuilder(text.Length + 8);
        while (points.MoveNext())
            Append(folded, points.Current);
        return folded.ToString();
    }

    /// <summary>The number of code points of a folded text.</summary>
    public static int Count(string text)
    {
        var points = new FoldedCodePoints(text);
        var count = 0;
        while (points.MoveNext())
            count++;
        return count;
    }

    /// <summary>Appends a code point.</summary>
    public static void Append(StringBuilder text, int codePoint)
    {
        if (codePoint <= char.MaxValue)
            text.Append((char)codePoint);
        else
            text.Append(new Rune(codePoint).ToString());
    }
}
