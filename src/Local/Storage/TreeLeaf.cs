namespace DynamoToolkit.Local.Storage;

/// <summary>A node with entries in the order of their keys.</summary>
internal sealed class TreeLeaf<T, TKeys> : TreeNode
    where T : class
    where TKeys : IKeyOf<T>
{
    private readonly ulong[] heads;

    private TreeLeaf(ulong[] heads, T[] entries)
    {
        this.heads = heads;
        Entries = entries;
    }

    /// <summary>The entries. Do not change them.</summary>
    public T[] Entries { get; }

    public override int Length => Entries.Length;

    /// <summary>A leaf with these entries.</summary>
    public static TreeLeaf<T, TKeys> Of(ReadOnlySpan<T> entries)
    {
        var heads = new ulong[entries.Length];
        for (var i = 0; i < heads.Length; i++)
            heads[i] = TKeys.HeadOf(entries[i]);
        return new TreeLeaf<T, TKeys>(heads, entries.ToArray());
    }

    /// <summary>The place of a key: its own, otherwise that of the first entry with a higher key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="found">Whether there is an entry with the key.</param>
    public int PlaceOf(ReadOnlySpan<byte> key, out bool found)
    {
        var (from, to) = RangeOf(heads, HeadOf(key));
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            var order = TKeys.Of(Entries[middle]).SequenceCompareTo(key);
            if (order == 0)
            {
                found = true;
                return middle;
            }

            if (order < 0)
                from = middle + 1;
            else
                to = middle;
        }

        found = false;
        return from;
    }

    /// <summary>The leaf with another entry in a place.</summary>
    public TreeLeaf<T, TKeys> With(int place, T entry) => new(heads, Replaced(Entries, place, entry));

    /// <summary>The leaf with one more entry. It can have one too many.</summary>
    public TreeLeaf<T, TKeys> Insert(int place, T entry) =>
        new(Inserted(heads, place, TKeys.HeadOf(entry)), Inserted(Entries, place, entry));

    /// <summary>The leaf without an entry.</summary>
    public TreeLeaf<T, TKeys> Remove(int place) => new(Without(heads, place), Without(Entries, place));

    /// <summary>The entries of this leaf and the next one in one leaf.</summary>
    public TreeLeaf<T, TKeys> Join(TreeLeaf<T, TKeys> next) => new([.. heads, .. next.heads], [.. Entries, .. next.Entries]);

    /// <summary>Two leaves with half of the entries each.</summary>
    public (TreeLeaf<T, TKeys> Left, TreeLeaf<T, TKeys> Right) Split()
    {
        var half = Entries.Length / 2;
        return (new(heads[..half], Entries[..half]), new(heads[half..], Entries[half..]));
    }
}
