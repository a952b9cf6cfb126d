using System.Globalization;
using System.Text;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// What a text has to look like, parsed once: segments with any text between them. The first one begins the text, and the last one ends it.
/// </summary>
internal sealed class TextPattern
{
    private readonly PatternSegment[] segments;
    private readonly PatternSegment[] necessary;

    private TextPattern(IEnumerable<PatternSegment> segments, bool isFolded)
    {
        IsFolded = isFolded;
        this.segments = [.. isFolded ? segments.Select(Folded) : segments];
        necessary = [.. Necessary(this.segments, isFolded)];
    }

    /// <summary>Whether folded texts are compared.</summary>
    public bool IsFolded { get; }

    /// <summary>A text that contains another one.</summary>
    public static TextPattern Containing(string text, bool isFolded) =>
        new([PatternSegment.Empty, Segment(text), PatternSegment.Empty], isFolded);

    /// <summary>A text that begins with another one.</summary>
    public static TextPattern StartingWith(string text, bool isFolded) => new([Segment(text), PatternSegment.Empty], isFolded);

    /// <summary>A text that ends with another one.</summary>
    public static TextPattern EndingWith(string text, bool isFolded) => new([PatternSegment.Empty, Segment(text)], isFolded);

    /// <summary>A text that is another one.</summary>
    public static TextPattern EqualTo(string text, bool isFolded) => new([Segment(text)], isFolded);

    /// <summary>A pattern of SQL: <c>%</c> is any text, <c>_</c> is any one code point.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="escape">Makes the character behind it an ordinary one; null for none.</param>
    /// <param name="isFolded">Whether folded texts are compared.</param>
    /// <exception cref="ArgumentException">The pattern ends with its escape character, or has half of a surrogate pair.</exception>
    public static TextPattern Like(string pattern, char? escape, bool isFolded)
    {
        ThrowIfBroken(pattern);
        if (escape is '%' or '_' || (escape is { } one && char.IsSurrogate(one)))
            throw new ArgumentException($"'{escape}' can't be the escape character. Use another one, such as a backslash.", nameof(escape));

        var segments = new List<PatternSegment>();
        var parts = new List<string?>();
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == escape)
            {
                if (++i == pattern.Length)
                {
                    throw new ArgumentException(
                        $"The pattern '{pattern}' ends with its escape character. Double it if it is meant as text.", nameof(pattern));
                }

                text.Append(pattern[i]);
            }
            else if (c is '%' or '_')
            {
                EndText();
                if (c == '_')
                {
                    parts.Add(null);
                    continue;
                }

                segments.Add(new PatternSegment([.. parts]));
                parts.Clear();
            }
            else
            {
                text.Append(c);
            }
        }

        EndText();
        segments.Add(new PatternSegment([.. parts]));
        return new TextPattern(segments, isFolded);

        void EndText()
        {
            if (text.Length > 0)
                parts.Add(text.ToString());
            text.Clear();
        }
    }

    /// <summary>Whether a text matches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folded">Its fold.</param>
    public bool Matches(string text, string folded) => Matches(segments, IsFolded ? folded : text);

    /// <summary>
    /// The parts of the fold that every matching text has, in their order. The text's sentinels are part of those at its borders.
    /// </summary>
    public IEnumerable<string> Runs()
    {
        for (var i = 0; i < necessary.Length; i++)
        {
            // An empty segment at a border means that the border is open.
            if (necessary[i].Parts is not [{ } text])
            {
                if (necessary.Length == 1)
                    yield return $"{(char)TextFold.Start}{(char)TextFold.End}";
                continue;
            }

            var start = i == 0 ? ((char)TextFold.Start).ToString() : "";
            var end = i == necessary.Length - 1 ? ((char)TextFold.End).ToString() : "";
            yield return start + text + end;
        }
    }

    /// <summary>The pattern's parts as text, for comparing patterns: different patterns have different texts.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(IsFolded ? "fold" : "exact");
        foreach (var segment in segments)
        {
            text.Append('%');
            foreach (var part in segment.Parts)
                text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        }

        return text.ToString();
    }

    private static bool Matches(PatternSegment[] segments, ReadOnlySpan<char> text)
    {
        var index = segments[0].MatchAt(text, 0);
        if (segments.Length == 1)
            return index == text.Length;
        for (var i = 1; index >= 0 && i < segments.Length - 1; i++)
            index = segments[i].FindFrom(text, index);
        return index >= 0 && segments[^1].MatchesEnd(text, index);
    }

    private static PatternSegment Segment(string text)
    {
        ThrowIfBroken(text);
        return PatternSegment.Of(text);
    }

    private static PatternSegment Folded(PatternSegment segment)
    {
        var parts = new List<string?>();
        foreach (var part in segment.Parts)
        {
            var text = part is null ? null : TextFold.Of(part);
            if (text != "")
                parts.Add(text);
        }

        return new PatternSegment(parts);
    }

    /// <summary>
    /// The same pattern for folded texts, with texts alone. Any one code point becomes any text: what it folds to may be of any length.
    /// </summary>
    private static IEnumerable<PatternSegment> Necessary(PatternSegment[] segments, bool isFolded)
    {
        foreach (var segment in segments.Select(segment => isFolded ? segment : Folded(segment)))
        {
            if (segment.Parts is [] or [not null])
            {
                yield return segment;
                continue;
            }

            // An open place at the segment's border opens the border.
            if (segment.Parts[0] is null)
                yield return PatternSegment.Empty;
            foreach (var part in segment.Parts)
            {
                if (part is not null)
                    yield return PatternSegment.Of(part);
            }

            if (segment.Parts[^1] is null)
                yield return PatternSegment.Empty;
        }
    }

    private static void ThrowIfBroken(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]))
                throw new ArgumentException($"The pattern has half of a surrogate pair at index {i}. No text contains that.", nameof(text));
        }
    }
}
