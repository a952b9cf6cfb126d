namespace DynamoToolkit.Local.Storage;

/// <summary>Finds the key in the entries of a <see cref="SortedTree{T, TKeys}"/>.</summary>
internal interface IKeyOf<in T>
{
    /// <summary>The key of an entry.</summary>
    static abstract ReadOnlySpan<byte> Of(T entry);

    /// <summary>The head of the key of an entry (<see cref="TreeNode.HeadOf"/>).</summary>
    static abstract ulong HeadOf(T entry);
}
