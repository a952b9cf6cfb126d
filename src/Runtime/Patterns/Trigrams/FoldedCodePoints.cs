using System.Runtime.CompilerServices;

namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>The code points of a text's fold, one after the other. It allocates nothing.</summary>
internal ref struct FoldedCodePoints
{
    private const int Hangul = 0xAC00;
    private const int HangulCount = 11172;
    private const int Leads = 0x1100;
    private const int Vowels = 0x1161;
    private const int Tails = 0x11A7;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private const int Replacement = 0xFFFD;

    private readonly ReadOnlySpan<char> text;
    private int index;

    // The text as long as nothing is left of the fold of one code point, and otherwise empty: one comparison decides both.
    private ReadOnlySpan<char> fast;

    // What is left of the fold of one code point: of the table's, or of a Hangul syllable's, whose tail may be missing.
    private ReadOnlySpan<int> rest;
    private int vowel;
    private int tail;

    /// <summary>Begins to fold a text.</summary>
    /// <param name="text">The text.</param>
    public FoldedCodePoints(ReadOnlySpan<char> text)
    {
        this.text = text;
        fast = text;
    }

    /// <summary>The current code point.</summary>
    public int Current { get; private set; }

    /// <summary>Goes to the next code point.</summary>
    /// <exception cref="ArgumentException">Half of a surrogate pair stands alone.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if ((uint)index < (uint)fast.Length && fast[index] is < '\x80' and > '\x03' and var c)
        {
            index++;
            Current = (uint)(c - 'A') <= 'Z' - 'A' ? c | 0x20 : c;
            return true;
        }

        return MoveSlowly();
    }

    private bool MoveSlowly()
    {
        if (!rest.IsEmpty)
        {
            Current = rest[0];
            rest = rest[1..];
            fast = rest.IsEmpty ? text : default;
            return true;
        }

        if (vowel != 0)
        {
            Current = vowel;
            (vowel, tail) = (tail, 0);
            fast = vowel == 0 ? text : default;
            return true;
        }

        while (index < text.Length)
        {
            if (Fold(Read()))
                return true;
        }

        return false;
    }

    private int Read()
    {
        var c = text[index++];
        if (!char.IsSurrogate(c))
            return c;
        if (char.IsHighSurrogate(c) && index < text.Length && char.IsLowSurrogate(text[index]))
            return char.ConvertToUtf32(c, text[index++]);
        throw new ArgumentException($"The text has half of a surrogate pair, U+{(int)c:X4}, at index {index - 1}. Repair the text.");
    }

    /// <summary>Folds a code point. Returns false if nothing of it is left.</summary>
    private bool Fold(int code)
    {
        if ((uint)(code - Hangul) < HangulCount)
        {
            var syllable = code - Hangul;
            Current = Leads + syllable / (VowelCount * TailCount);
            vowel = Vowels + syllable / TailCount % VowelCount;
            tail = syllable % TailCount is > 0 and var last ? Tails + last : 0;
            fast = default;
            return true;
        }

        // Tags and variation selectors, which all are ignored by default.
        if (code is >= 0xE0000 and < 0xE1000)
            return false;

        var folded = code <= TextFold.End ? Replacement : FoldTable.Instance.Find(code);
        if (folded >= 0)
        {
            Current = folded;
            return true;
        }

        rest = FoldTable.Instance.Others(~folded);
        if (rest.IsEmpty)
            return false;
        Current = rest[0];
        rest = rest[1..];
        fast = rest.IsEmpty ? text : default;
        return true;
    }
}
