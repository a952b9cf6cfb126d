using System.Buffers.Binary;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// A node of a <see cref="SortedTree{T, TKeys}"/>. Immutable. Nodes hold the first eight bytes of keys as numbers side by side, which
/// settle nearly every comparison without a look at the keys themselves.
/// </summary>
internal abstract class TreeNode
{
    /// <summary>
    /// The maximum number of entries of a leaf and of children of a branch. Every write copies a leaf, and most copies live long enough to
    /// become garbage of the oldest generation: longer leaves take less memory themselves and leave more behind.
    /// </summary>
    public const int MaxLength = 16;

    /// <summary>A node with fewer entries or children is joined with its neighbour if both fit into one node.</summary>
    public const int MinLength = 6;

    /// <summary>The number of entries or children.</summary>
    public abstract int Length { get; }

    /// <summary>
    /// The first eight bytes of a key as a number. The order of these numbers is that of the keys, as far as they differ.
    /// </summary>
    public static ulong HeadOf(ReadOnlySpan<byte> key)
    {
        if (key.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(key);

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        key.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>The range of the heads that equal the head; empty at the place where it would be.</summary>
    protected static (int From, int To) RangeOf(ulong[] heads, ulong head)
    {
        var from = CountBelow(heads, head);
        if (from == heads.Length || heads[from] != head)
            return (from, from);
        if (from + 1 == heads.Length || heads[from + 1] != head)
            return (from, from + 1);
        return (from, head == ulong.MaxValue ? heads.Length : CountBelow(heads, head + 1));
    }

    /// <summary>The array with one more element.</summary>
    protected static TElement[] Inserted<TElement>(TElement[] array, int place, TElement element)
    {
        var longer = new TElement[array.Length + 1];
        Array.Copy(array, longer, place);
        longer[place] = element;
        Array.Copy(array, place, longer, place + 1, array.Length - place);
        return longer;
    }

    /// <summary>The array without one element.</summary>
    protected static TElement[] Without<TElement>(TElement[] array, int place)
    {
        var shorter = new TElement[array.Length - 1];
        Array.Copy(array, shorter, place);
        Array.Copy(array, place + 1, shorter, place, shorter.Length - place);
        return shorter;
    }

    /// <summary>The array with another element in a place.</summary>
    protected static TElement[] Replaced<TElement>(TElement[] array, int place, TElement element)
    {
        var copy = array.AsSpan().ToArray();
        copy[place] = element;
        return copy;
    }

    private static int CountBelow(ulong[] heads, ulong head)
    {
        var (from, to) = (0, heads.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (heads[middle] < head)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
