namespace DynamoToolkit.Local.Storage;

/// <summary>Walks a range of a <see cref="SortedTree{T, TKeys}"/> in either direction.</summary>
internal sealed class TreeCursor<T, TKeys>
    where T : class
    where TKeys : IKeyOf<T>
{
    private readonly Stack<(TreeBranch Branch, int Place)> path = new();
    private readonly byte[]? from;
    private readonly byte[]? to;
    private readonly bool descending;
    private T[] entries = [];
    private int next;
    private int left;
    private bool isLastLeaf;

    internal TreeCursor(TreeNode root, byte[]? from, byte[]? to, bool descending)
    {
        this.from = from;
        this.to = to;
        this.descending = descending;
        GoDown(root, descending ? to : from);
    }

    /// <summary>The current entry. Valid only after <see cref="MoveNext"/> has returned true.</summary>
    public T Value { get; private set; } = null!;

    /// <summary>Moves to the next entry. Returns false at the end of the range.</summary>
    public bool MoveNext()
    {
        while (left == 0)
        {
            if (isLastLeaf || !GoToNextLeaf())
                return false;
        }

        Value = entries[next];
        next += descending ? -1 : 1;
        left--;
        return true;
    }

    // Goes to the leaf where the walk begins below a node. All keys below it are in the range at this end if the start is null.
    private void GoDown(TreeNode node, byte[]? start)
    {
        while (node is TreeBranch branch)
        {
            var place = start is not null ? branch.PlaceOf(start) : descending ? branch.Length - 1 : 0;
            path.Push((branch, place));
            node = branch.Children[place];
        }

        var leaf = (TreeLeaf<T, TKeys>)node;
        var first = from is null || (!descending && start is null) ? 0 : leaf.PlaceOf(from, out _);
        var end = to is null || (descending && start is null) ? leaf.Length : leaf.PlaceOf(to, out _);
        entries = leaf.Entries;
        left = Math.Max(end - first, 0);
        next = descending ? end - 1 : first;
        isLastLeaf = descending ? first > 0 : end < leaf.Length;
    }

    private bool GoToNextLeaf()
    {
        while (path.TryPop(out var step))
        {
            var place = descending ? step.Place - 1 : step.Place + 1;
            if (place < 0 || place >= step.Branch.Length)
                continue;

            path.Push((step.Branch, place));
            GoDown(step.Branch.Children[place], null);
            return true;
        }

        return false;
    }
}
