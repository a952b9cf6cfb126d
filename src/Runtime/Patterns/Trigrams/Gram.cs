namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>A list of postings that a search can read: of three code points, of two, or of all texts of a scope.</summary>
/// <param name="Head">The two code points in the list's partition key; empty for the list of all texts.</param>
/// <param name="Tail">
/// The code point with which the postings' sort keys begin; empty for the lists of two code points and of all texts.
/// </param>
internal readonly record struct Gram(string Head, string Tail)
{
    /// <summary>The list of all texts.</summary>
    public static Gram All => new("", "");

    /// <summary>
    /// Whether it is a list of two code points, in which an owner has a posting for each code point that follows these two.
    /// </summary>
    public bool IsPair => Head.Length > 0 && Tail.Length == 0;

    /// <summary>
    /// The lists that have the postings of all texts with certain runs: of three code points where there are any, otherwise of two.
    /// </summary>
    /// <param name="runs">Parts of folded texts, with the sentinels of their borders.</param>
    /// <returns>The lists, the probably shortest first; the list of all texts if no run is long enough.</returns>
    public static IReadOnlyList<Gram> Of(IEnumerable<string> runs)
    {
        var triples = new HashSet<Trigram>();
        var pairs = new HashSet<Trigram>();
        foreach (var run in runs)
        {
            var window = default(Trigram);
            var length = 0;
            foreach (var rune in run.EnumerateRunes())
            {
                window = window.Then(rune.Value);
                length++;
                if (length >= 3)
                    triples.Add(window);
                else if (length == 2 && rune.Value != TextFold.End)
                    pairs.Add(new Trigram(window.Second, window.Third, 0));
            }
        }

        if (triples.Count > 0)
            return [.. Sorted(triples).Select(static gram => new Gram(gram.Head, gram.Tail))];
        return pairs.Count > 0 ? [.. Sorted(pairs).Select(static gram => new Gram(gram.Head, ""))] : [All];
    }

    private static IOrderedEnumerable<Trigram> Sorted(HashSet<Trigram> grams) =>
        grams.OrderBy(GramRarity.Weigh).ThenBy(static gram => gram.Bits);

    public override string ToString() => Head + Tail;
}
