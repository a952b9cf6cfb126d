namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>What stands between two <c>%</c> of a pattern: texts, and places for any one code point.</summary>
/// <param name="Parts">The texts; null for any one code point. Two texts never follow each other.</param>
internal sealed record PatternSegment(IReadOnlyList<string?> Parts)
{
    /// <summary>A segment that matches nothing but an empty text.</summary>
    public static PatternSegment Empty { get; } = new([]);

    /// <summary>A segment of a text.</summary>
    public static PatternSegment Of(string text) => text.Length == 0 ? Empty : new([text]);

    /// <summary>Where the segment ends if it begins at an index of the text; -1 if it does not match there.</summary>
    public int MatchAt(ReadOnlySpan<char> text, int index)
    {
        foreach (var part in Parts)
        {
            if (part is null)
            {
                if (index >= text.Length)
                    return -1;
                index += WidthAt(text, index);
            }
            else
            {
                if (!text[index..].StartsWith(part, StringComparison.Ordinal))
                    return -1;
                index += part.Length;
            }
        }

        return index;
    }

    /// <summary>Where the segment ends at its first match from an index on; -1 if there is none.</summary>
    public int FindFrom(ReadOnlySpan<char> text, int index)
    {
        while (true)
        {
            if (Parts is [{ } first, ..])
            {
                var next = text[index..].IndexOf(first, StringComparison.Ordinal);
                if (next < 0)
                    return -1;
                index += next;
            }

            if (MatchAt(text, index) is >= 0 and var end)
                return end;
            if (index >= text.Length)
                return -1;
            index += WidthAt(text, index);
        }
    }

    /// <summary>Whether a text ends with the segment, behind an index.</summary>
    public bool MatchesEnd(ReadOnlySpan<char> text, int index)
    {
        var start = text.Length;
        for (var i = Parts.Count - 1; i >= 0; i--)
        {
            start -= Parts[i]?.Length ?? (start >= 2 && char.IsSurrogatePair(text[start - 2], text[start - 1]) ? 2 : 1);
            if (start < index)
                return false;
        }

        return MatchAt(text, start) == text.Length;
    }

    private static int WidthAt(ReadOnlySpan<char> text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
}
