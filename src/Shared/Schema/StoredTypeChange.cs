namespace DynamoToolkit.Shared.Schema;

/// <summary>Decides whether a member of a changed type still reads what older items have.</summary>
internal static class StoredTypeChange
{
    private const string Text = "S";
    private const string Number = "N ";

    private static readonly string[] Compositions = ["list of ", "set of ", "dictionary of "];

    // The bits of a value, and how many of them a sign takes.
    private static readonly Dictionary<string, (int Bits, int Sign)> Integers = new()
    {
        ["sbyte"] = (7, 1),
        ["byte"] = (8, 0),
        ["short"] = (15, 1),
        ["ushort"] = (16, 0),
        ["int"] = (31, 1),
        ["uint"] = (32, 0),
        ["long"] = (63, 1),
        ["ulong"] = (64, 0),
        ["Int128"] = (127, 1),
        ["UInt128"] = (128, 0),
        ["BigInteger"] = (int.MaxValue, 1),
    };

    // The bits of the integers that a type holds exactly.
    private static readonly Dictionary<string, int> Exact = new() { ["float"] = 24, ["double"] = 53, ["decimal"] = 96 };

    /// <summary>Whether every stored value of one type is a value of the other.</summary>
    /// <param name="old">The type that items have.</param>
    /// <param name="now">The type that the member has now.</param>
    public static bool IsReadable(string old, string now)
    {
        if (old == now)
            return true;
        if (now == Text)
            return old.StartsWith(Text + " ", StringComparison.Ordinal);
        foreach (var composition in Compositions)
        {
            if (old.StartsWith(composition, StringComparison.Ordinal) && now.StartsWith(composition, StringComparison.Ordinal))
                return IsReadable(old.Substring(composition.Length), now.Substring(composition.Length));
        }

        return old.StartsWith(Number, StringComparison.Ordinal) && now.StartsWith(Number, StringComparison.Ordinal)
            && Holds(now.Substring(Number.Length), old.Substring(Number.Length));
    }

    private static bool Holds(string now, string old)
    {
        if (old == "float" && now == "double")
            return true;
        if (!Integers.TryGetValue(old, out var from))
            return false;
        return Integers.TryGetValue(now, out var to)
            ? to.Bits >= from.Bits && to.Sign >= from.Sign
            : Exact.TryGetValue(now, out var bits) && bits >= from.Bits;
    }
}
