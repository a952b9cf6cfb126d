using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// The trigrams of a text, folded and between <see cref="TextFold.Start"/> and <see cref="TextFold.End"/>, in the order of the text, and
/// again where they repeat: as many as the fold has code points. It allocates nothing.
/// </summary>
internal ref struct TrigramTokens
{
    private FoldedCodePoints points;
    private bool hasEnded;

    /// <summary>Begins to cut a text.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone.</exception>
    public TrigramTokens(ReadOnlySpan<char> text)
    {
        points = new FoldedCodePoints(text);
        if (points.MoveNext())
            Current = new Trigram(0, TextFold.Start, points.Current);
        else
            hasEnded = true;
    }

    /// <summary>The current trigram.</summary>
    public Trigram Current { get; private set; }

    /// <summary>Goes to the next trigram.</summary>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (!points.MoveNext())
            return MoveToEnd();
        Current = Current.Then(points.Current);
        return true;
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

        MemoryMarshal.Cast<Trigram, ulong>(buffer[..count]).Sort();
        var kept = Math.Min(count, 1);
        for (var i = 1; i < count; i++)
        {
            if (buffer[i] != buffer[i - 1])
                buffer[kept++] = buffer[i];
        }

        return kept;
    }

    private bool MoveToEnd()
    {
        if (hasEnded)
            return false;
        hasEnded = true;
        Current = Current.Then(TextFold.End);
        return true;
    }
}
