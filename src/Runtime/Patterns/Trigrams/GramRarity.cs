namespace DynamoToolkit.Patterns.Trigrams;

/// <summary>
/// How often trigrams probably occur in names, before anything is known of the index: the sum of what their characters weigh. It only
/// decides which lists are probed first.
/// </summary>
internal static class GramRarity
{
    // From the most frequent on, in English names, file names and identifiers.
    private const string Frequent = "eaitnrosl-0dc1um_2ph gbyf./v3w4k5:9867jxzq";

    // Pairs that are frequent beyond their characters.
    private const string Pairs =
        " th he in er an re on at en nd or ar te es ed is it al st nt ti se le io ne ro ra ri "
        + "co li ng de ve me ce el ma ic la ru un mo od 20 02 -0 0- 00 01 -1 tr ai ta ex xp pe ";

    /// <summary>The weight: the less, the rarer.</summary>
    public static int Weigh(Trigram gram) =>
        Weigh(gram.First) + Weigh(gram.Second) + Weigh(gram.Third)
        + WeighPair(gram.First, gram.Second) + WeighPair(gram.Second, gram.Third);

    private static int Weigh(int codePoint) => codePoint switch
    {
        // Each text has one start and one end.
        TextFold.Start or TextFold.End => Frequent.Length / 2,
        < 0x80 => Frequent.IndexOf((char)codePoint, StringComparison.Ordinal) is >= 0 and var rank ? Frequent.Length - rank : 0,
        _ => 0,
    };

    private static int WeighPair(int first, int second) =>
        first is > ' ' and < 0x80 && second is > ' ' and < 0x80
            && Pairs.Contains($" {(char)first}{(char)second} ", StringComparison.Ordinal)
            ? Frequent.Length / 2
            : 0;
}
