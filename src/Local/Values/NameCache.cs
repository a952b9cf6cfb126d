namespace DynamoToolkit.Local.Values;

/// <summary>
/// Lets items share the strings of their attributes' names, which are few and come with every item. A fixed number of places, each of which
/// holds the last name that fell on it: nothing grows, and two threads that meet at a place at worst share nothing.
/// </summary>
internal static class NameCache
{
    private const int Places = 1024;
    private const int LongestName = 64;
    private static readonly string?[] Names = new string?[Places];

    /// <summary>The string to keep for a name.</summary>
    public static string Share(string name)
    {
        if (name.Length > LongestName)
            return name;

        ref var place = ref Names[(uint)name.GetHashCode() % Places];
        var known = Volatile.Read(ref place);
        if (known == name)
            return known;

        Volatile.Write(ref place, name);
        return name;
    }
}
