using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>A table at one moment: its schema, items and indexes. Immutable; a write makes a new table.</summary>
internal sealed class Table
{
    private readonly SortedTree<MapValue>[] indexItems;

    private Table(
        TableSchema schema,
        IReadOnlyList<IndexSchema> indexes,
        SortedTree<MapValue> items,
        SortedTree<MapValue>[] indexItems,
        long bytes)
    {
        Schema = schema;
        Indexes = indexes;
        Items = items;
        this.indexItems = indexItems;
        Bytes = bytes;
    }

    /// <summary>Everything about the table except its items.</summary>
    public TableSchema Schema { get; }

    /// <summary>The maintained indexes, including the engine's own.</summary>
    public IReadOnlyList<IndexSchema> Indexes { get; }

    /// <summary>The items by key.</summary>
    public SortedTree<MapValue> Items { get; }

    /// <summary>The size of all items in bytes.</summary>
    public long Bytes { get; }

    /// <summary>A table without items.</summary>
    public static Table Create(TableSchema schema)
    {
        var indexes = schema.MaintainedIndexes();
        return new Table(schema, indexes, SortedTree<MapValue>.Empty, EmptyTrees(indexes.Count), 0);
    }

    /// <summary>A table with items, in any order. Much faster than adding them one by one.</summary>
    public static Table Create(TableSchema schema, KeyValuePair<byte[], MapValue>[] items)
    {
        var indexes = schema.MaintainedIndexes();
        var tree = Sorted(items);
        var bytes = items.Sum(static item => (long)item.Value.ItemSize);
        return new Table(schema, indexes, tree, [.. indexes.Select(index => Fill(index, schema, tree))], bytes);
    }

    /// <summary>The table's items in the order of an index. The entries are whole items; the index's schema projects them.</summary>
    public SortedTree<MapValue> ItemsBy(IndexSchema index)
    {
        for (var i = 0; i < Indexes.Count; i++)
        {
            if (Indexes[i].Name == index.Name)
                return indexItems[i];
        }

        throw new InvalidOperationException($"The table {Schema.Name} keeps no index {index.Name}.");
    }

    /// <summary>The secondary index with this name, or null.</summary>
    public IndexSchema? FindIndex(string name) => Schema.Indexes.FirstOrDefault(index => index.Name == name);

    /// <summary>The key of an item.</summary>
    public byte[] KeyOf(MapValue item) => KeyEncoder.TableKey(Schema.Keys, item);

    /// <summary>The table with the item added or replaced.</summary>
    public Table Put(byte[] key, MapValue? old, MapValue item) =>
        new(Schema, Indexes, Items.Set(key, item), Reindex(old, item), Bytes - (old?.ItemSize ?? 0) + item.ItemSize);

    /// <summary>The table without the item.</summary>
    public Table Delete(byte[] key, MapValue old) =>
        new(Schema, Indexes, Items.Remove(key), Reindex(old, null), Bytes - old.ItemSize);

    /// <summary>Whether a schema has indexes that this table does not maintain.</summary>
    public bool LacksIndexesOf(TableSchema schema) => schema.MaintainedIndexes()
        .Any(index => !Indexes.Any(known => known.Name == index.Name && SameKeys(known.Keys, index.Keys)));

    /// <summary>The table with another schema and the same items. Fills new indexes.</summary>
    public Table With(TableSchema schema)
    {
        var indexes = schema.MaintainedIndexes();
        var trees = EmptyTrees(indexes.Count);
        for (var i = 0; i < indexes.Count; i++)
        {
            var kept = -1;
            for (var j = 0; j < Indexes.Count; j++)
            {
                if (Indexes[j].Name == indexes[i].Name && SameKeys(Indexes[j].Keys, indexes[i].Keys))
                    kept = j;
            }

            trees[i] = kept >= 0 ? indexItems[kept] : Fill(indexes[i], schema, Items);
        }

        return new Table(schema, indexes, Items, trees, Bytes);
    }

    private static bool SameKeys(KeySchema left, KeySchema right) => left.Elements.AsSpan().SequenceEqual(right.Elements);

    private static SortedTree<MapValue>[] EmptyTrees(int count)
    {
        var trees = new SortedTree<MapValue>[count];
        Array.Fill(trees, SortedTree<MapValue>.Empty);
        return trees;
    }

    private static SortedTree<MapValue> Fill(IndexSchema index, TableSchema schema, SortedTree<MapValue> items)
    {
        var entries = new List<KeyValuePair<byte[], MapValue>>();
        for (var cursor = items.Walk(null, null); cursor.MoveNext();)
        {
            if (index.Keys.Covers(cursor.Value))
                entries.Add(new(KeyEncoder.IndexKey(index, schema.Keys, cursor.Value), cursor.Value));
        }

        return Sorted([.. entries]);
    }

    private static SortedTree<MapValue> Sorted(KeyValuePair<byte[], MapValue>[] entries)
    {
        Array.Sort(entries, static (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        return SortedTree<MapValue>.FromSorted(entries);
    }

    private SortedTree<MapValue>[] Reindex(MapValue? old, MapValue? item)
    {
        if (Indexes.Count == 0)
            return indexItems;

        var trees = new SortedTree<MapValue>[Indexes.Count];
        for (var i = 0; i < trees.Length; i++)
            trees[i] = Reindex(Indexes[i], indexItems[i], old, item);
        return trees;
    }

    private SortedTree<MapValue> Reindex(IndexSchema index, SortedTree<MapValue> tree, MapValue? old, MapValue? item)
    {
        var newKey = item is not null && index.Keys.Covers(item) ? KeyEncoder.IndexKey(index, Schema.Keys, item) : null;
        if (old is not null && index.Keys.Covers(old))
        {
            var oldKey = KeyEncoder.IndexKey(index, Schema.Keys, old);
            if (newKey is null || !oldKey.AsSpan().SequenceEqual(newKey))
                tree = tree.Remove(oldKey);
        }

        return newKey is null ? tree : tree.Set(newKey, item!);
    }
}
