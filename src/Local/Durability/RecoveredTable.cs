using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>A table during recovery. Nothing reads it yet, so that sorting and indexing can wait until all items are known.</summary>
internal sealed class RecoveredTable(TableSchema schema)
{
    private readonly Dictionary<byte[], byte[]> items = new(KeyBytesComparer.Instance);

    /// <summary>The latest schema.</summary>
    public TableSchema Schema { get; set; } = schema;

    /// <summary>Puts an item.</summary>
    public void Put(MapValue item)
    {
        var key = KeyEncoder.TableKey(Schema.Keys, item);
        items[key] = ItemBlock.Create(key, item);
    }

    /// <summary>Deletes the item of a key.</summary>
    public void Delete(MapValue key) => items.Remove(KeyEncoder.TableKey(Schema.Keys, key));

    /// <summary>The table with all its items and indexes.</summary>
    public Table ToTable() => Table.Create(Schema, [.. items.Values]);
}
