namespace DynamoToolkit.Shared.Parsing;

/// <summary>Guesses what a misspelled name means.</summary>
internal static class Spelling
{
    /// <summary>The one name that is nearest and near enough: a third of the letters may differ, and case does not count.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        Nearest(name.ToUpperInvariant(), candidates, static candidate => candidate.ToUpperInvariant(), Math.Max(1, name.Length / 3));

    /// <summary>
    /// The name that a constant text looks like. This is stricter than for a name that is known to be wrong, because most constants are
    /// meant: case, <c>_</c> and <c>-</c> do not count, and in texts that are not all capitals a quarter of the letters may differ, but not
    /// the first and the last, because neither <c>experiment</c> nor <c>experiments</c> is a misspelled <c>ExperimentId</c>.
    /// </summary>
    public static string? Resembled(string text, IEnumerable<string> candidates)
    {
        var bare = Bare(text);
        if (bare.Length == 0)
            return null;
        var isMixed = bare.Length >= 4 && text.Any(char.IsLower);
        var similar = candidates.Where(candidate => HaveSameEnds(Bare(candidate), bare));
        return Nearest(bare, similar, Bare, isMixed ? Math.Min(2, bare.Length / 4) : 0);
    }

    private static string? Nearest(string name, IEnumerable<string> candidates, Func<string, string> form, int maxDistance)
    {
        var ranked = candidates
            .Select(candidate => (Name: candidate, Distance: Distance(name, form(candidate))))
            .Where(candidate => candidate.Distance <= maxDistance)
            .OrderBy(candidate => candidate.Distance)
            .Take(2)
            .ToList();
        var isClear = ranked.Count == 1 || (ranked.Count == 2 && ranked[0].Distance < ranked[1].Distance);
        return isClear ? ranked[0].Name : null;
    }

    private static bool HaveSameEnds(string one, string other) =>
        one.Length > 0 && one[0] == other[0] && one[one.Length - 1] == other[other.Length - 1];

    private static string Bare(string name) => name.Replace("_", "").Replace("-", "").ToUpperInvariant();

    /// <summary>How many letters to insert, remove, change or swap with their neighbour, by Damerau and Levenshtein.</summary>
    private static int Distance(string one, string other)
    {
        var beforePrevious = Array.Empty<int>();
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[other.Length];
    }
}
