namespace TrackingStore.Search;

/// <summary>A LIKE pattern: <c>%</c> stands for any run of characters, <c>_</c> for one, which may be a surrogate pair.</summary>
internal sealed class LikePattern(string pattern, bool ignoreCase)
{
    private readonly string pattern = ignoreCase ? pattern.ToLowerInvariant() : pattern;

    /// <summary>Whether the whole text fits; in time proportional to text times pattern, whatever they are.</summary>
    public bool Matches(string text)
    {
        if (ignoreCase) text = text.ToLowerInvariant();
        int at = 0, index = 0, afterPercent = -1, retry = 0;
        while (at < text.Length)
        {
            if (index < pattern.Length && pattern[index] == '%')
            {
                afterPercent = ++index;
                retry = at;
            }
            else if (index < pattern.Length && (pattern[index] == '_' || pattern[index] == text[at]))
            {
                at += pattern[index++] == '_' ? LengthAt(text, at) : 1;
            }
            else if (afterPercent >= 0)
            {
                // Let the last % swallow one character more and try again.
                index = afterPercent;
                at = retry += LengthAt(text, retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(index).TrimStart('%').IsEmpty;
    }

    private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;
}
