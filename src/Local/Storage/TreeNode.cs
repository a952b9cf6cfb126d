namespace DynamoToolkit.Local.Storage;

/// <summary>A node of a <see cref="SortedTree{T}"/>. Immutable.</summary>
internal sealed class TreeNode<T>(byte[] key, T value, TreeNode<T>? left, TreeNode<T>? right)
    where T : class
{
    public readonly byte[] Key = key;
    public readonly T Value = value;
    public readonly TreeNode<T>? Left = left;
    public readonly TreeNode<T>? Right = right;
    public readonly int Height = 1 + Math.Max(left?.Height ?? 0, right?.Height ?? 0);
}
