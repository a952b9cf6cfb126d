using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>A table at one moment: its schema, items and indexes. Immutable; a write makes a new table.</summary>
internal sealed class Table
{
    private readonly SortedTree<IndexEntry, IndexEntry>[] indexItems;

    private Table(
        TableSchema schema,
        IReadOnlyList<IndexSchema> indexes,
        SortedTree<byte[], ItemBlock> items,
        SortedTree<IndexEntry, IndexEntry>[] indexItems,
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

    /// <summary>The items by key (<see cref="ItemBlock"/>).</summary>
    public SortedTree<byte[], ItemBlock> Items { get; }

    /// <summary>The size of all items in bytes.</summary>
    public long Bytes { get; }

    /// <summary>A table without items.</summary>
    public static Table Create(TableSchema schema)
    {
        var indexes = schema.MaintainedIndexes();
        return new Table(schema, indexes, SortedTree<byte[], ItemBlock>.Empty, EmptyTrees(indexes.Count), 0);
    }

    /// <summary>A table with items in the order of their keys. Much faster than adding them one by one.</summary>
    public static Table Create(TableSchema schema, byte[][] items) =>
        Create(schema, SortedTree<byte[], ItemBlock>.FromSorted(items), items.Sum(static item => (long)ItemBlock.SizeOf(item)));

    /// <summary>A table with these items.</summary>
    /// <param name="schema">The schema, whose key orders the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="bytes">The size of all items in bytes.</param>
    public static Table Create(TableSchema schema, SortedTree<byte[], ItemBlock> items, long bytes)
    {
        var indexes = schema.MaintainedIndexes();
        return new Table(schema, indexes, items, [.. indexes.AsParallel().AsOrdered().Select(index => Fill(index, schema, items))], bytes);
    }

    /// <summary>The table's items in the order of an index. The entries are whole items; the index's schema projects them.</summary>
    public SortedTree<IndexEntry, IndexEntry> ItemsBy(IndexSchema index)
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

    /// <summary>The vector index with this name, or null.</summary>
    public VectorIndexSchema? FindVectorIndex(string name) => Schema.VectorIndexes.FirstOrDefault(index => index.Name == name);

    /// <summary>The key of an item.</summary>
    public byte[] KeyOf(MapValue item) => KeyEncoder.TableKey(Schema.Keys, item);

    /// <summary>The item with this key, or null.</summary>
    public MapValue? Find(ReadOnlySpan<byte> key) => Items.Get(key) is { } block ? ItemBlock.Read(block) : null;

    /// <summary>The table with the item added or replaced.</summary>
    /// <param name="block">The item (<see cref="ItemBlock"/>).</param>
    /// <param name="item">The item.</param>
    /// <param name="tried">The same change of an earlier table's items; null if it has not been tried.</param>
    /// <param name="old">The item that had the key (<see cref="ItemBlock"/>); null if there was none.</param>
    public Table Put(byte[] block, MapValue item, TreeChange<byte[], ItemBlock>? tried, out byte[]? old)
    {
        var items = tried is { } change ? Items.Set(change, out old) : Items.Set(block, out old);
        var bytes = Bytes - (old is null ? 0 : ItemBlock.SizeOf(old)) + item.ItemSize;
        var trees = Indexes.Count == 0 ? indexItems : Reindex(old is null ? null : ItemBlock.Read(old), item, block);
        return new(Schema, Indexes, items, trees, bytes);
    }

    /// <summary>The table without the item.</summary>
    public Table Delete(byte[] key, MapValue old) =>
        new(Schema, Indexes, Items.Remove(key), Reindex(old, null, null), Bytes - old.ItemSize);

    /// <summary>Whether a schema has indexes that this table does not maintain.</summary>
    public bool LacksIndexesOf(TableSchema schema) => schema.MaintainedIndexes().Any(index => TreeOf(index) is null);

    /// <summary>The table with another schema and the same items. Fills new indexes.</summary>
    public Table With(TableSchema schema)
    {
        var indexes = schema.MaintainedIndexes();
        return new Table(schema, indexes, Items, [.. indexes.Select(index => TreeOf(index) ?? Fill(index, schema, Items))], Bytes);
    }

    // Null if the table does not maintain an index of that name and with these keys.
    private SortedTree<IndexEntry, IndexEntry>? TreeOf(IndexSchema index)
    {
        for (var i = 0; i < Indexes.Count; i++)
        {
            if (Indexes[i].Name == index.Name && SameKeys(Indexes[i].Keys, index.Keys))
                return indexItems[i];
        }

        return null;
    }

    private static bool SameKeys(KeySchema left, KeySchema right) => left.Elements.AsSpan().SequenceEqual(right.Elements);

    private static SortedTree<IndexEntry, IndexEntry>[] EmptyTrees(int count)
    {
        var trees = new SortedTree<IndexEntry, IndexEntry>[count];
        Array.Fill(trees, SortedTree<IndexEntry, IndexEntry>.Empty);
        return trees;
    }

    private static SortedTree<IndexEntry, IndexEntry> Fill(IndexSchema index, TableSchema schema, SortedTree<byte[], ItemBlock> items)
    {
        var entries = new List<IndexEntry>();
        for (var cursor = items.Walk(null, null); cursor.MoveNext();)
        {
            var item = ItemBlock.Read(cursor.Value);
            if (KeyEncoder.TryIndexKey(index, schema.Keys, item) is { } key)
                entries.Add(new IndexEntry(key, cursor.Value));
        }

        return SortedTree<IndexEntry, IndexEntry>.FromSorted(KeySort.Sort<IndexEntry, IndexEntry>(entries));
    }

    private SortedTree<IndexEntry, IndexEntry>[] Reindex(MapValue? old, MapValue? item, byte[]? block)
    {
        var trees = new SortedTree<IndexEntry, IndexEntry>[Indexes.Count];
        for (var i = 0; i < trees.Length; i++)
            trees[i] = Reindex(Indexes[i], indexItems[i], old, item, block);
        return trees;
    }

    private SortedTree<IndexEntry, IndexEntry> Reindex(
        IndexSchema index, SortedTree<IndexEntry, IndexEntry> tree, MapValue? old, MapValue? item, byte[]? block)
    {
        var newKey = item is null ? null : KeyEncoder.TryIndexKey(index, Schema.Keys, item);
        if (old is not null && KeyEncoder.TryIndexKey(index, Schema.Keys, old) is { } oldKey)
        {
            if (newKey is null || !oldKey.AsSpan().SequenceEqual(newKey))
                tree = tree.Remove(oldKey);
        }

        return newKey is null ? tree : tree.Set(new IndexEntry(newKey, block!));
    }
}
