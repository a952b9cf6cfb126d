namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>The folded text as postings hold it, and which texts are too long for trigrams.</summary>
internal static class PostingText
{
    /// <summary>
    /// The most code points of a folded text that has trigrams. A posting holds the text, and should not cost more than one write unit: it
    /// stays below a kilobyte in most scripts.
    /// </summary>
    public const int MaxIndexed = 256;

    /// <summary>The most characters that the posting of a long text holds. Of a longer one a search has to read the item.</summary>
    public const int MaxStored = 4096;

    /// <summary>The folded text between its sentinels, so that a filter can look for its beginning and its end.</summary>
    public static string Bracketed(string folded) => $"{(char)TextFold.Start}{folded}{(char)TextFold.End}";

    /// <summary>The folded text without its sentinels.</summary>
    public static string FoldedOf(string bracketed) => bracketed[1..^1];

    /// <summary>Whether a text has no trigrams, and is only in the list of long texts of its scope, which every search reads.</summary>
    public static bool IsLong(string folded)
    {
        if (folded.Length <= MaxIndexed)
            return false;
        var points = 0;
        foreach (var c in folded)
            points += char.IsLowSurrogate(c) ? 0 : 1;
        return points > MaxIndexed;
    }

    /// <summary>
    /// The first, in the order of sort keys, of the code points that follow two others in a text; empty if these are not in it.
    /// </summary>
    /// <param name="bracketed">The folded text between its sentinels.</param>
    /// <param name="head">The two code points.</param>
    public static string FirstTail(string bracketed, string head)
    {
        var first = int.MaxValue;
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            if (at + head.Length < bracketed.Length)
                first = Math.Min(first, char.ConvertToUtf32(bracketed, at + head.Length));
        }

        return first == int.MaxValue ? "" : char.ConvertFromUtf32(first);

        int Find(int from) => bracketed.IndexOf(head, from, StringComparison.Ordinal);
    }
}
