namespace DynamoToolkit.Local.Storage;

/// <summary>A node with children and the bounds between them: the lowest key that the next child can have.</summary>
internal sealed class TreeBranch : TreeNode
{
    private readonly ulong[] heads;
    private readonly byte[][] bounds;

    private TreeBranch(ulong[] heads, byte[][] bounds, TreeNode[] children)
    {
        this.heads = heads;
        this.bounds = bounds;
        Children = children;
    }

    /// <summary>The children. Do not change them.</summary>
    public TreeNode[] Children { get; }

    public override int Length => Children.Length;

    /// <summary>A branch with children and one bound fewer.</summary>
    public static TreeBranch Of(byte[][] bounds, TreeNode[] children) =>
        new(Array.ConvertAll(bounds, static bound => HeadOf(bound)), bounds, children);

    /// <summary>The place of the child that holds a key if there is one.</summary>
    public int PlaceOf(ReadOnlySpan<byte> key)
    {
        var (from, to) = RangeOf(heads, HeadOf(key));
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (bounds[middle].AsSpan().SequenceCompareTo(key) <= 0)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }

    /// <summary>The branch with another child in a place.</summary>
    public TreeBranch With(int place, TreeNode child) => new(heads, bounds, Replaced(Children, place, child));

    /// <summary>The branch with a child that was split. It can have one child too many.</summary>
    public TreeBranch With(int place, TreeNode left, byte[] bound, TreeNode right) => new(
        Inserted(heads, place, HeadOf(bound)),
        Inserted(bounds, place, bound),
        Inserted(Replaced(Children, place, left), place + 1, right));

    /// <summary>The branch without a child.</summary>
    public TreeBranch Remove(int place)
    {
        var bound = Math.Max(place - 1, 0);
        return new(Without(heads, bound), Without(bounds, bound), Without(Children, place));
    }

    /// <summary>The branch with a child and the next one joined.</summary>
    public TreeBranch Join(int place, TreeNode joined) =>
        new(Without(heads, place), Without(bounds, place), Without(Replaced(Children, place, joined), place + 1));

    /// <summary>The children of this branch and the next one in one branch.</summary>
    public TreeBranch Join(byte[] bound, TreeBranch next) =>
        new([.. heads, HeadOf(bound), .. next.heads], [.. bounds, bound, .. next.bounds], [.. Children, .. next.Children]);

    /// <summary>The bound after a child.</summary>
    public byte[] BoundAfter(int place) => bounds[place];

    /// <summary>Two branches with half of the children each, and the bound between them.</summary>
    public (TreeBranch Left, byte[] Bound, TreeBranch Right) Split()
    {
        var half = Children.Length / 2;
        return (
            new(heads[..(half - 1)], bounds[..(half - 1)], Children[..half]),
            bounds[half - 1],
            new(heads[half..], bounds[half..], Children[half..]));
    }
}
