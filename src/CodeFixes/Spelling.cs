namespace DynamoToolkit.CodeFixes;

/// <summary>Guesses what a misspelled name means.</summary>
internal static class Spelling
{
    /// <summary>The one name that is nearest and near enough: a third of the letters may differ, and case does not count.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var ranked = candidates
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(1, name.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Take(2)
            .ToList();
        var isClear = ranked.Count == 1 || (ranked.Count == 2 && ranked[0].Distance < ranked[1].Distance);
        return isClear ? ranked[0].Name : null;
    }

    /// <summary>How many letters to insert, remove or change, by Levenshtein.</summary>
    private static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[other.Length];
    }
}
