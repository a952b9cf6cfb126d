using System.Diagnostics.CodeAnalysis;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// An immutable sorted map with byte strings as keys: a balanced (AVL) tree that shares all unchanged nodes with its predecessors. A tree
/// is a snapshot that needs no lock.
/// </summary>
internal sealed class SortedTree<T>
    where T : class
{
    /// <summary>The tree without entries.</summary>
    public static readonly SortedTree<T> Empty = new(null, 0);

    private SortedTree(TreeNode<T>? root, int count)
    {
        Root = root;
        Count = count;
    }

    /// <summary>The number of entries.</summary>
    public int Count { get; }

    /// <summary>The root; null in an empty tree.</summary>
    internal TreeNode<T>? Root { get; }

    /// <summary>A tree of entries with sorted, distinct keys. Much faster than adding them one by one.</summary>
    public static SortedTree<T> FromSorted(ReadOnlySpan<KeyValuePair<byte[], T>> entries) => new(Build(entries), entries.Length);

    /// <summary>Finds the value of a key.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out T? value)
    {
        var node = Root;
        while (node is not null)
        {
            var order = key.SequenceCompareTo(node.Key);
            if (order == 0)
            {
                value = node.Value;
                return true;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        value = null;
        return false;
    }

    /// <summary>The value of a key, or null.</summary>
    public T? Get(ReadOnlySpan<byte> key) => TryGet(key, out var value) ? value : null;

    /// <summary>The tree with the entry added or replaced.</summary>
    public SortedTree<T> Set(byte[] key, T value)
    {
        var added = true;
        var root = Set(Root, key, value, ref added);
        return new SortedTree<T>(root, added ? Count + 1 : Count);
    }

    /// <summary>The tree without the entry.</summary>
    public SortedTree<T> Remove(ReadOnlySpan<byte> key)
    {
        var removed = false;
        var root = Remove(Root, key, ref removed);
        return removed ? new SortedTree<T>(root, Count - 1) : this;
    }

    /// <summary>
    /// A cursor over the entries from <paramref name="from"/>, inclusive, to <paramref name="to"/>, exclusive; null means no bound.
    /// </summary>
    public TreeCursor<T> Walk(byte[]? from, byte[]? to, bool descending = false) => new(Root, from, to, descending);

    private static TreeNode<T>? Build(ReadOnlySpan<KeyValuePair<byte[], T>> entries)
    {
        if (entries.IsEmpty)
            return null;

        var middle = entries.Length / 2;
        return new TreeNode<T>(entries[middle].Key, entries[middle].Value, Build(entries[..middle]), Build(entries[(middle + 1)..]));
    }

    private static TreeNode<T> Set(TreeNode<T>? node, byte[] key, T value, ref bool added)
    {
        if (node is null)
            return new TreeNode<T>(key, value, null, null);

        var order = key.AsSpan().SequenceCompareTo(node.Key);
        if (order == 0)
        {
            added = false;
            return new TreeNode<T>(node.Key, value, node.Left, node.Right);
        }

        return order < 0
            ? Balance(node, Set(node.Left, key, value, ref added), node.Right)
            : Balance(node, node.Left, Set(node.Right, key, value, ref added));
    }

    private static TreeNode<T>? Remove(TreeNode<T>? node, ReadOnlySpan<byte> key, ref bool removed)
    {
        if (node is null)
            return null;

        var order = key.SequenceCompareTo(node.Key);
        if (order < 0)
        {
            var left = Remove(node.Left, key, ref removed);
            return removed ? Balance(node, left, node.Right) : node;
        }

        if (order > 0)
        {
            var right = Remove(node.Right, key, ref removed);
            return removed ? Balance(node, node.Left, right) : node;
        }

        removed = true;
        if (node.Left is null)
            return node.Right;
        if (node.Right is null)
            return node.Left;

        var first = node.Right;
        while (first.Left is not null)
            first = first.Left;
        return Balance(first, node.Left, RemoveFirst(node.Right));
    }

    private static TreeNode<T>? RemoveFirst(TreeNode<T> node) =>
        node.Left is null ? node.Right : Balance(node, RemoveFirst(node.Left), node.Right);

    // The entry of a node with new children, rotated so that heights differ by at most one.
    private static TreeNode<T> Balance(TreeNode<T> entry, TreeNode<T>? left, TreeNode<T>? right)
    {
        var (leftHeight, rightHeight) = (left?.Height ?? 0, right?.Height ?? 0);
        if (leftHeight > rightHeight + 1)
        {
            return Height(left!.Left) >= Height(left.Right)
                ? Make(left, left.Left, Make(entry, left.Right, right))
                : Make(left.Right!, Make(left, left.Left, left.Right!.Left), Make(entry, left.Right.Right, right));
        }

        if (rightHeight > leftHeight + 1)
        {
            return Height(right!.Right) >= Height(right.Left)
                ? Make(right, Make(entry, left, right.Left), right.Right)
                : Make(right.Left!, Make(entry, left, right.Left!.Left), Make(right, right.Left.Right, right.Right));
        }

        return Make(entry, left, right);
    }

    private static TreeNode<T> Make(TreeNode<T> entry, TreeNode<T>? left, TreeNode<T>? right) => new(entry.Key, entry.Value, left, right);

    private static int Height(TreeNode<T>? node) => node?.Height ?? 0;
}
