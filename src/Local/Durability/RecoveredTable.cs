using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>
/// A table during recovery. Nothing reads it yet, so that sorting and indexing can wait until all items are known. A snapshot has its items
/// in the order of their keys, so these need no sorting at all.
/// </summary>
internal sealed class RecoveredTable(TableSchema schema)
{
    private readonly List<byte[]> inOrder = [];

    // The items that came out of order, and null for those that were deleted.
    private readonly Dictionary<byte[], byte[]?> later = new(KeyBytesComparer.Instance);

    /// <summary>The latest schema.</summary>
    public TableSchema Schema { get; set; } = schema;

    /// <summary>Puts an item.</summary>
    public void Put(MapValue item)
    {
        var key = KeyEncoder.TableKey(Schema.Keys, item);
        var block = ItemBlock.Create(key, item);
        if (later.Count == 0 && (inOrder.Count == 0 || ItemBlock.Of(inOrder[^1]).SequenceCompareTo(key) < 0))
            inOrder.Add(block);
        else
            later[key] = block;
    }

    /// <summary>Deletes the item of a key.</summary>
    public void Delete(MapValue key) => later[KeyEncoder.TableKey(Schema.Keys, key)] = null;

    /// <summary>The table with all its items and indexes.</summary>
    public Table ToTable()
    {
        var changed = later.ToArray();
        Array.Sort(changed, static (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        var items = new List<byte[]>(inOrder.Count + changed.Length);
        var next = 0;
        foreach (var (key, block) in changed)
        {
            // Those before it, and not the one that it replaces.
            while (next < inOrder.Count && ItemBlock.Of(inOrder[next]).SequenceCompareTo(key) is var order && order <= 0)
            {
                if (order < 0)
                    items.Add(inOrder[next]);
                next++;
            }

            if (block is not null)
                items.Add(block);
        }

        items.AddRange(inOrder.GetRange(next, inOrder.Count - next));
        return Table.Create(Schema, [.. items]);
    }
}
