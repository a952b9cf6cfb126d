using System.Text;

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
    private static readonly string?[] ByBytes = new string?[Places];

    /// <summary>The string of a name in UTF-8. Makes none if the cache has it.</summary>
    public static string Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxNameLength)
            return Encoding.UTF8.GetString(utf8);

        ref var place = ref ByBytes[HashOf(utf8) % Places];
        var known = Volatile.Read(ref place);
        if (known is not null && Ascii.Equals(utf8, known))
            return known;

        var name = Encoding.UTF8.GetString(utf8);
        Volatile.Write(ref place, name);
        return name;
    }

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

    private static uint HashOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;
        foreach (var value in utf8)
            hash = (hash ^ value) * 16777619;
        return hash;
    }
}
