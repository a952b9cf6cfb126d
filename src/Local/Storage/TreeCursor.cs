namespace DynamoToolkit.Local.Storage;

/// <summary>Walks a range of a <see cref="SortedTree{T}"/> in either direction.</summary>
internal sealed class TreeCursor<T>
    where T : class
{
    private readonly Stack<TreeNode<T>> path = new();
    private readonly byte[]? from;
    private readonly byte[]? to;
    private readonly bool descending;

    internal TreeCursor(TreeNode<T>? root, byte[]? from, byte[]? to, bool descending)
    {
        this.from = from;
        this.to = to;
        this.descending = descending;
        if (descending)
            SeekBelow(root);
        else
            SeekFrom(root);
    }

    /// <summary>The key of the current entry.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>The value of the current entry. Valid only after <see cref="MoveNext"/> has returned true.</summary>
    public T Value { get; private set; } = null!;

    /// <summary>Moves to the next entry. Returns false at the end of the range.</summary>
    public bool MoveNext()
    {
        if (!path.TryPop(out var node))
            return false;

        var inRange = descending
            ? from is null || node.Key.AsSpan().SequenceCompareTo(from) >= 0
            : to is null || node.Key.AsSpan().SequenceCompareTo(to) < 0;
        if (!inRange)
        {
            path.Clear();
            return false;
        }

        (Key, Value) = (node.Key, node.Value);
        for (var next = descending ? node.Left : node.Right; next is not null; next = descending ? next.Right : next.Left)
            path.Push(next);
        return true;
    }

    private void SeekFrom(TreeNode<T>? node)
    {
        while (node is not null)
        {
            if (from is not null && node.Key.AsSpan().SequenceCompareTo(from) < 0)
            {
                node = node.Right;
                continue;
            }

            path.Push(node);
            node = node.Left;
        }
    }

    private void SeekBelow(TreeNode<T>? node)
    {
        while (node is not null)
        {
            if (to is not null && node.Key.AsSpan().SequenceCompareTo(to) >= 0)
            {
                node = node.Left;
                continue;
            }

            path.Push(node);
            node = node.Right;
        }
    }
}
