using System.Runtime.CompilerServices;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The trigrams of a text, folded and between <see cref="TextFold.Start"/> and <see cref="TextFold.End"/>, in the order of the text, and
/// again where they repeat: as many as the fold has code points. It allocates nothing.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct TrigramTokens(ReadOnlySpan<char> text)
{
    private FoldedCodePoints points = new(text);
    private bool hasStarted;
    private bool hasEnded;

    /// <summary>The current trigram.</summary>
    public Trigram Current { get; private set; }

    /// <summary>Goes to the next trigram.</summary>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (hasStarted && points.MoveNext())
        {
            Current = Current.Then(points.Current);
            return true;
        }

        return MoveAtBorder();
    }

    public readonly TrigramTokens GetEnumerator() => this;

    /// <summary>
    /// Writes each trigram of the text once, in their order, and returns how many there are. The buffer has to be as long as the fold.
    /// </summary>
    public static int Distinct(ReadOnlySpan<char> text, Span<Trigram> buffer)
    {
        var count = 0;
        foreach (var token in new TrigramTokens(text))
            buffer[count++] = token;

        buffer[..count].Sort();
        var kept = Math.Min(count, 1);
        for (var i = 1; i < count; i++)
        {
            if (buffer[i] != buffer[i - 1])
                buffer[kept++] = buffer[i];
        }

        return kept;
    }

    private bool MoveAtBorder()
    {
        if (hasEnded)
            return false;

        if (!hasStarted)
        {
            hasStarted = true;
            if (!points.MoveNext())
            {
                hasEnded = true;
                return false;
            }

            Current = new Trigram(0, TextFold.Start, points.Current);
            if (points.MoveNext())
            {
                Current = Current.Then(points.Current);
                return true;
            }
        }

        hasEnded = true;
        Current = Current.Then(TextFold.End);
        return true;
    }
}
