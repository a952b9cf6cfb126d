namespace DynamoToolkit.Local.Values;

/// <summary>
/// Lets items share the strings of their attribute names, which are few and come with every item. Each of a fixed number of places holds
/// the last name that hashed to it: the cache does not grow, and if two threads meet at a place they share nothing, at worst.
/// </summary>
internal static class NameCache
{
    private const int Places = 1024;
    private const int MaxNameLength = 64;
    private static readonly string?[] Names = new string?[Places];

    /// <summary>The string to keep for a name.</summary>
    public static string Share(string name)
    {
        if (name.Length > MaxNameLength)
            return name;

        ref var place = ref Names[(uint)name.GetHashCode() % Places];
        var known = Volatile.Read(ref place);
        if (known == name)
            return known;

        Volatile.Write(ref place, name);
        return name;
    }
}
