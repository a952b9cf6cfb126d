namespace DynamoToolkit.Benchmarks.Search;

/// <summary>Trigrams as one would write them first: for ASCII alone.</summary>
internal static class NaiveTokens
{
    public static HashSet<string> Of(string text)
    {
        var folded = $"\u0002{text.ToLowerInvariant()}\u0003";
        var tokens = new HashSet<string>();
        for (var i = 0; i + 3 <= folded.Length; i++)
            tokens.Add(folded.Substring(i, 3));
        return tokens;
    }
}
