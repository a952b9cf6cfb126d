namespace DynamoToolkit;

/// <summary>Patterns of names in which <c>*</c> stands for any text, also for none.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name has the form of a pattern. It compares character by character.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
            return name.SequenceEqual(pattern);
        if (!name.StartsWith(pattern[..star]))
            return false;

        // Each part between two stars is taken at its first place, which leaves the most for the others.
        name = name[star..];
        pattern = pattern[(star + 1)..];
        for (star = pattern.IndexOf('*'); star >= 0; star = pattern.IndexOf('*'))
        {
            var at = name.IndexOf(pattern[..star]);
            if (at < 0)
                return false;
            name = name[(at + star)..];
            pattern = pattern[(star + 1)..];
        }

        return name.EndsWith(pattern);
    }
}
