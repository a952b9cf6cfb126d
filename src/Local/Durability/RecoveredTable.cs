using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// A table during recovery. Nothing reads it yet, so that sorting and indexing can wait until all items are known. A snapshot has its items
/// in the order of their keys, so these need no sorting at all.
/// </summary>
internal sealed class RecoveredTable(TableSchema schema)
{
    private readonly List<byte[]> inOrder = [];
    private ulong lastHead;

    // From the first write that is not in order.
    private readonly List<RecoveredWrite> later = [];

    /// <summary>The latest schema.</summary>
    public TableSchema Schema { get; set; } = schema;

    /// <summary>The key, which no change of the schema changes.</summary>
    public KeySchema Keys { get; } = schema.Keys;

    /// <summary>Applies a write.</summary>
    public void Apply(RecoveredWrite write)
    {
        if (later.Count > 0 || write.IsDelete || !IsAboveLast(write))
        {
            later.Add(write);
            return;
        }

        inOrder.Add(write.Bytes);
        lastHead = write.Head;
    }

    /// <summary>Another table with the same items so far.</summary>
    public RecoveredTable Copy(TableSchema schema)
    {
        var copy = new RecoveredTable(schema);
        copy.inOrder.AddRange(ToItems());
        return copy;
    }

    /// <summary>The table with all its items and indexes.</summary>
    public Table ToTable() => Table.Create(Schema, ToItems());

    /// <summary>The items in the order of their keys.</summary>
    public byte[][] ToItems() => later.Count == 0 ? [.. inOrder] : Merge();

    // The same heads do not settle it.
    private bool IsAboveLast(RecoveredWrite write) => inOrder.Count == 0 || (write.Head != lastHead
        ? write.Head > lastHead
        : ItemBlock.Of(inOrder[^1]).SequenceCompareTo(ItemBlock.Of(write.Bytes)) < 0);

    private byte[][] Merge()
    {
        var changed = KeySort.Sort<RecoveredWrite, RecoveredWrite>(later);
        var items = new List<byte[]>(inOrder.Count + changed.Length);
        var next = 0;
        for (var i = 0; i < changed.Length; i++)
        {
            // Only the last write of an item counts.
            var key = RecoveredWrite.Of(changed[i]);
            if (i + 1 < changed.Length && key.SequenceEqual(RecoveredWrite.Of(changed[i + 1])))
                continue;

            // The items before it, and not the one that it replaces.
            while (next < inOrder.Count && ItemBlock.Of(inOrder[next]).SequenceCompareTo(key) is var order && order <= 0)
            {
                if (order < 0)
                    items.Add(inOrder[next]);
                next++;
            }

            if (!changed[i].IsDelete)
                items.Add(changed[i].Bytes);
        }

        items.AddRange(inOrder.GetRange(next, inOrder.Count - next));
        return [.. items];
    }
}
