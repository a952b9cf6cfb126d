using System.Collections.Concurrent;

namespace DynamoToolkit.Local.Storage;

/// <summary>
/// An immutable sorted set of entries that have byte strings as keys: a B-tree that shares all unchanged nodes with its predecessors. A
/// tree is a snapshot that needs no lock. A structure, because each write makes one; the default value is not a tree.
/// </summary>
internal readonly record struct SortedTree<T, TKeys>
    where T : class
    where TKeys : IKeyOf<T>
{
    /// <summary>The tree without entries.</summary>
    public static readonly SortedTree<T, TKeys> Empty = new(TreeLeaf<T, TKeys>.Of([]), 0);

    // Leaves of a tree that is made at once leave room for more entries.
    private const int FullLength = TreeNode.MaxLength * 7 / 8;
    private const int LeavesAtOnce = 4096;
    private readonly TreeNode root;

    private SortedTree(TreeNode root, int count)
    {
        this.root = root;
        Count = count;
    }

    /// <summary>The number of entries.</summary>
    public int Count { get; }

    /// <summary>A tree of entries with sorted, distinct keys. Much faster than adding them one by one.</summary>
    public static SortedTree<T, TKeys> FromSorted(T[] entries)
    {
        if (entries.Length == 0)
            return Empty;

        var count = (entries.Length + FullLength - 1) / FullLength;
        var (leaves, lowestKeys) = (new TreeNode[count], new byte[count][]);
        Parallel.ForEach(Partitioner.Create(0, count, LeavesAtOnce), range =>
        {
            for (var leaf = range.Item1; leaf < range.Item2; leaf++)
            {
                var place = leaf * FullLength;
                lowestKeys[leaf] = TKeys.Of(entries[place]).ToArray();
                leaves[leaf] = TreeLeaf<T, TKeys>.Of(entries.AsSpan(place, Math.Min(FullLength, entries.Length - place)));
            }
        });

        List<TreeNode> nodes = [.. leaves];
        List<byte[]> lowest = [.. lowestKeys];
        while (nodes.Count > 1)
            (nodes, lowest) = Above(nodes, lowest);
        return new SortedTree<T, TKeys>(nodes[0], entries.Length);
    }

    /// <summary>The entry with this key, or null.</summary>
    public T? Get(ReadOnlySpan<byte> key)
    {
        var node = root;
        while (node is TreeBranch branch)
            node = branch.Children[branch.PlaceOf(key)];

        var leaf = (TreeLeaf<T, TKeys>)node;
        var place = leaf.PlaceOf(key, out var found);
        return found ? leaf.Entries[place] : null;
    }

    /// <summary>The tree with the entry added, or in place of the one with the same key.</summary>
    public SortedTree<T, TKeys> Set(T entry) => Set(entry, out _);

    /// <summary>The tree with the entry added, or in place of the one with the same key.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="replaced">The entry that had the key; null if there was none.</param>
    public SortedTree<T, TKeys> Set(T entry, out T? replaced) => Set(entry, default, out replaced);

    /// <summary>Adds or replaces an entry, so that <see cref="Set(in TreeChange{T, TKeys}, out T)"/> has little left to do.</summary>
    public TreeChange<T, TKeys> Try(T entry)
    {
        var after = Set(entry, out var replaced);
        return new TreeChange<T, TKeys>(this, after, entry, replaced);
    }

    /// <summary>
    /// The tree with a change that was tried on this tree or on an earlier one. It copies only the nodes that have changed since.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="replaced">The entry that had the key; null if there was none.</param>
    public SortedTree<T, TKeys> Set(in TreeChange<T, TKeys> change, out T? replaced)
    {
        replaced = change.Replaced;
        return ReferenceEquals(root, change.Before.root)
            ? change.After
            : Set(change.Entry, new KnownNode(change.Before.root, change.After.root, change.Replaced), out replaced);
    }

    private SortedTree<T, TKeys> Set(T entry, KnownNode known, out T? replaced)
    {
        var node = Set(root, entry, known, out var split, out replaced);
        if (split is { } right)
            node = TreeBranch.Of([right.Bound], [node, right.Node]);
        return new SortedTree<T, TKeys>(node, replaced is null ? Count + 1 : Count);
    }

    /// <summary>The tree without the entry of this key.</summary>
    public SortedTree<T, TKeys> Remove(ReadOnlySpan<byte> key)
    {
        var node = Remove(root, key);
        if (ReferenceEquals(node, root))
            return this;

        while (node is TreeBranch { Length: 1 } branch)
            node = branch.Children[0];
        return Count == 1 ? Empty : new SortedTree<T, TKeys>(node, Count - 1);
    }

    /// <summary>
    /// A cursor over the entries from <paramref name="from"/>, inclusive, to <paramref name="to"/>, exclusive; null means no bound.
    /// </summary>
    public TreeCursor<T, TKeys> Walk(byte[]? from, byte[]? to, bool descending = false) => new(root, from, to, descending);

    private static (List<TreeNode> Nodes, List<byte[]> Lowest) Above(List<TreeNode> nodes, List<byte[]> lowest)
    {
        var (above, aboveLowest) = (new List<TreeNode>(), new List<byte[]>());
        for (var place = 0; place < nodes.Count; place += FullLength)
        {
            var count = Math.Min(FullLength, nodes.Count - place);
            aboveLowest.Add(lowest[place]);
            above.Add(TreeBranch.Of([.. lowest.GetRange(place + 1, count - 1)], [.. nodes.GetRange(place, count)]));
        }

        return (above, aboveLowest);
    }

    private static TreeNode Set(TreeNode node, T entry, KnownNode known, out (byte[] Bound, TreeNode Node)? split, out T? replaced)
    {
        split = null;
        if (ReferenceEquals(node, known.Before))
        {
            replaced = known.Replaced;
            return known.After!;
        }

        var key = TKeys.Of(entry);
        if (node is TreeBranch branch)
        {
            var child = branch.PlaceOf(key);
            var changed = Set(branch.Children[child], entry, known.Below(key), out var right, out replaced);
            branch = right is null ? branch.With(child, changed) : branch.With(child, changed, right.Value.Bound, right.Value.Node);
            if (branch.Length <= TreeNode.MaxLength)
                return branch;

            var halves = branch.Split();
            split = (halves.Bound, halves.Right);
            return halves.Left;
        }

        var leaf = (TreeLeaf<T, TKeys>)node;
        var place = leaf.PlaceOf(key, out var found);
        replaced = found ? leaf.Entries[place] : null;
        if (found)
            return leaf.With(place, entry);

        leaf = leaf.Insert(place, entry);
        if (leaf.Length <= TreeNode.MaxLength)
            return leaf;

        var (left, rest) = leaf.Split();
        split = (TKeys.Of(rest.Entries[0]).ToArray(), rest);
        return left;
    }

    // The same node if it does not have the key, an empty one if nothing is left. A branch never has an empty child.
    private static TreeNode Remove(TreeNode node, ReadOnlySpan<byte> key)
    {
        if (node is TreeBranch branch)
        {
            var place = branch.PlaceOf(key);
            var child = Remove(branch.Children[place], key);
            if (ReferenceEquals(child, branch.Children[place]))
                return branch;
            if (child.Length == 0)
                return branch.Length == 1 ? child : branch.Remove(place);

            branch = branch.With(place, child);
            return child.Length < TreeNode.MinLength ? JoinSmall(branch, place) : branch;
        }

        var leaf = (TreeLeaf<T, TKeys>)node;
        var own = leaf.PlaceOf(key, out var found);
        return found ? leaf.Remove(own) : leaf;
    }

    private static TreeBranch JoinSmall(TreeBranch branch, int place)
    {
        foreach (var left in (ReadOnlySpan<int>)[place - 1, place])
        {
            if (left < 0 || left + 1 >= branch.Length)
                continue;

            var (first, second) = (branch.Children[left], branch.Children[left + 1]);
            if (first.Length + second.Length <= FullLength)
                return branch.Join(left, Join(first, branch.BoundAfter(left), second));
        }

        return branch;
    }

    private static TreeNode Join(TreeNode first, byte[] bound, TreeNode second) => first is TreeBranch branch
        ? branch.Join(bound, (TreeBranch)second)
        : ((TreeLeaf<T, TKeys>)first).Join((TreeLeaf<T, TKeys>)second);

    /// <summary>A node of an earlier tree, and what the same change made of it; nothing if it made two nodes of it.</summary>
    private readonly record struct KnownNode(TreeNode? Before, TreeNode? After, T? Replaced)
    {
        /// <summary>The child that can hold a key. A branch whose child was split has one more.</summary>
        public KnownNode Below(ReadOnlySpan<byte> key)
        {
            if (Before is not TreeBranch before || After is not TreeBranch after || before.Length != after.Length)
                return default;

            var place = before.PlaceOf(key);
            return new KnownNode(before.Children[place], after.Children[place], Replaced);
        }
    }
}
