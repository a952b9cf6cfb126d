namespace DynamoToolkit.Local.Storage;

/// <summary>
/// Sorts entries by key. Nearly all comparisons are those of numbers: the first eight bytes of a key (<see cref="TreeNode.HeadOf"/>).
/// </summary>
internal static class KeySort
{
    /// <summary>Returns the entries in the order of their keys. Entries with the same key keep their order.</summary>
    public static T[] Sort<T, TKeys>(IReadOnlyList<T> entries)
        where TKeys : IKeyOf<T>
    {
        var (heads, places) = (new ulong[entries.Count], new int[entries.Count]);
        for (var i = 0; i < heads.Length; i++)
            (heads[i], places[i]) = (TKeys.HeadOf(entries[i]), i);
        Array.Sort(heads, places);

        for (var start = 0; start < heads.Length;)
        {
            var end = start + 1;
            while (end < heads.Length && heads[end] == heads[start])
                end++;
            if (end > start + 1)
                places.AsSpan(start, end - start).Sort(Compare);
            start = end;
        }

        return Array.ConvertAll(places, place => entries[place]);

        int Compare(int left, int right)
        {
            var order = TKeys.Of(entries[left]).SequenceCompareTo(TKeys.Of(entries[right]));
            return order != 0 ? order : left.CompareTo(right);
        }
    }
}
