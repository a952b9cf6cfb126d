using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>What recovery has read and not yet encoded: one item or key, or a run of packed items.</summary>
/// <param name="Table">The table.</param>
/// <param name="Item">The item to put, or the key of the item to delete; null for a run.</param>
/// <param name="IsDelete">Whether the item is deleted.</param>
/// <param name="Run">The run (<see cref="PackedCodec"/>).</param>
/// <param name="Fragments">The fragments of the run.</param>
internal readonly record struct RecoveredEntry(
    RecoveredTable Table, MapValue? Item, bool IsDelete, ReadOnlyMemory<byte> Run = default, RecoveredFragments? Fragments = null)
{
    /// <summary>Encodes the entry.</summary>
    public void Encode(List<RecoveredWrite> writes)
    {
        if (Item is not null)
        {
            var key = KeyEncoder.TableKey(Table.Keys, Item);
            writes.Add(new RecoveredWrite(Table, TreeNode.HeadOf(key), IsDelete ? key : ItemBlock.Create(key, Item), IsDelete));
            return;
        }

        var input = new BinaryInput(Run);
        while (input.HasMore)
        {
            var block = Fragments!.Take(input.ReadBytes());
            writes.Add(new RecoveredWrite(Table, ItemBlock.HeadOf(block), block, IsDelete: false));
        }
    }
}
