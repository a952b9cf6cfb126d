using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>A write of an item that recovery has read.</summary>
/// <param name="Table">The table.</param>
/// <param name="Head">The head of the item's key (<see cref="TreeNode.HeadOf"/>).</param>
/// <param name="Bytes">The item (<see cref="ItemBlock"/>), or the key of an item to delete.</param>
/// <param name="IsDelete">Whether the item is deleted.</param>
internal readonly record struct RecoveredWrite(RecoveredTable Table, ulong Head, byte[] Bytes, bool IsDelete) : IKeyOf<RecoveredWrite>
{
    /// <summary>The key of the item.</summary>
    public static ReadOnlySpan<byte> Of(RecoveredWrite write) => write.IsDelete ? write.Bytes : ItemBlock.Of(write.Bytes);

    /// <summary>The head of the key.</summary>
    public static ulong HeadOf(RecoveredWrite write) => write.Head;
}
