namespace TrackingStore.Search;

/// <summary>Comparisons that put what is missing last, whatever the direction.</summary>
internal static class MissingLast
{
    /// <summary>Numbers, then NaN, then nothing.</summary>
    public static int Compare(double? x, double? y, bool descending)
    {
        var order = Rank(x).CompareTo(Rank(y));
        if (order != 0 || Rank(x) > 0) return order;
        return descending ? y!.Value.CompareTo(x!.Value) : x!.Value.CompareTo(y!.Value);
    }

    /// <summary>Texts by code unit, then nothing.</summary>
    public static int Compare(string? x, string? y, bool descending)
    {
        if (x is null || y is null) return (x is null).CompareTo(y is null);
        return descending ? string.CompareOrdinal(y, x) : string.CompareOrdinal(x, y);
    }

    private static int Rank(double? value) => value is null ? 2 : double.IsNaN(value.Value) ? 1 : 0;
}
