namespace DynamoToolkit.Local.Storage;

/// <summary>An item in an index.</summary>
/// <param name="key">The key in the index.</param>
/// <param name="block">The item (<see cref="ItemBlock"/>), which the table holds as well.</param>
internal sealed class IndexEntry(byte[] key, byte[] block) : IKeyOf<IndexEntry>
{
    /// <summary>The item.</summary>
    public byte[] Block { get; } = block;

    /// <summary>The key of an entry.</summary>
    public static ReadOnlySpan<byte> Of(IndexEntry entry) => entry.Key;

    /// <summary>The head of the key of an entry.</summary>
    public static ulong HeadOf(IndexEntry entry) => TreeNode.HeadOf(entry.Key);

    private byte[] Key { get; } = key;
}
