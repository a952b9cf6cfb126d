using System.Text;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>Three neighbouring code points of a folded text, with 21 bits each. It sorts as they do.</summary>
/// <param name="Bits">The code points, the first one in the highest bits.</param>
internal readonly record struct Trigram(ulong Bits) : IComparable<Trigram>
{
    private const int Width = 21;
    private const ulong Mask = (1UL << Width) - 1;
    private const ulong All = (1UL << (3 * Width)) - 1;

    /// <summary>Combines three code points.</summary>
    public Trigram(int first, int second, int third)
        : this((((((ulong)first) << Width) | (uint)second) << Width) | (uint)third)
    {
    }

    public int First => (int)(Bits >> (2 * Width));

    public int Second => (int)((Bits >> Width) & Mask);

    public int Third => (int)(Bits & Mask);

    /// <summary>The first two code points as text.</summary>
    public string Head => TextOf(First) + TextOf(Second);

    /// <summary>The third code point as text.</summary>
    public string Tail => TextOf(Third);

    /// <summary>The trigram one code point further on.</summary>
    public Trigram Then(int next) => new(((Bits << Width) & All) | (uint)next);

    public int CompareTo(Trigram other) => Bits.CompareTo(other.Bits);

    public override string ToString() => Head + Tail;

    private static string TextOf(int codePoint) =>
        codePoint <= char.MaxValue ? ((char)codePoint).ToString() : new Rune(codePoint).ToString();
}
