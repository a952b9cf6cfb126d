using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Capacity;

/// <summary>What a write of an item consumes on an index.</summary>
internal static class IndexWrites
{
    /// <summary>
    /// The entries that the write changes with their units: none, one, or both the old and the new one if the entry moves to another key.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="schema">The table.</param>
    /// <param name="old">The item before the write; null if there was none.</param>
    /// <param name="item">The item after the write; null if there is none.</param>
    public static IEnumerable<(MapValue Entry, double Units)> Of(IndexSchema index, TableSchema schema, MapValue? old, MapValue? item)
    {
        var before = Entry(index, old);
        var after = Entry(index, item);
        if (before is null && after is null)
            return [];
        if (before is null || after is null)
            return [Whole((before ?? after)!)];
        if (before.SameAs(after))
            return [];

        var oldKey = KeyEncoder.IndexKey(index, schema.Keys, before);
        var newKey = KeyEncoder.IndexKey(index, schema.Keys, after);
        return oldKey.AsSpan().SequenceEqual(newKey)
            ? [(after, Units.Write(Math.Max(before.ItemSize, after.ItemSize)))]
            : [Whole(before), Whole(after)];
    }

    // The index's entry for an item; null if the index does not hold the item.
    private static MapValue? Entry(IndexSchema index, MapValue? item) =>
        item is not null && index.Keys.Covers(item) ? index.Project(item) : null;

    private static (MapValue Entry, double Units) Whole(MapValue entry) => (entry, Units.Write(entry.ItemSize));
}
