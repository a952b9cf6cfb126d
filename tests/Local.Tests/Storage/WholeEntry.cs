using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Tests.Storage;

/// <summary>The key of an entry is the whole entry.</summary>
internal readonly struct WholeEntry : IKeyOf<byte[]>
{
    public static ulong HeadOf(byte[] entry) => TreeNode.HeadOf(entry);

    public static ReadOnlySpan<byte> Of(byte[] entry) => entry;
}
