using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>
/// What a page consumes, by partition key. A query reads one partition key. A scan's units are divided among the items that it reads.
/// </summary>
internal sealed class PageCharges(ReadSource source, bool consistent, Value[]? partition)
{
    private readonly List<(byte[] Key, Value[] Partition, long Bytes)> parts = [];
    private readonly List<UnitCharge> fetches = [];
    private long bytes;

    private IndexSchema? GlobalIndex => source.Index is { Kind: SecondaryIndexKind.Global } index ? index : null;

    // A local index lies in the table's partitions.
    private KeySchema Keys => GlobalIndex?.Keys ?? source.Table.Schema.Keys;

    /// <summary>Adds an examined item.</summary>
    public void Add(MapValue item)
    {
        var size = source.EntrySize(item);
        bytes += size;
        var key = GlobalIndex is null ? source.Table.KeyOf(item) : source.EntryKey(item);
        if (partition is null || parts.Count == 0)
            parts.Add((key, UnitCharge.PartitionOf(Keys, item), size));
        else
            parts[0] = parts[0] with { Bytes = bytes };
        if (source.FetchesItems)
            fetches.Add(UnitCharge.OnTable(source.Table.Schema, key, item, Units.Read(item.ItemSize, consistent)));
    }

    /// <summary>The charges of the page.</summary>
    public UnitCharge[] ToArray()
    {
        var units = Units.Read(bytes, consistent);
        if (parts.Count > 0)
            return [.. parts.Select(part => Charge(part.Key, part.Partition, units * part.Bytes / bytes)), .. fetches];

        // A query that finds nothing consumes something, too.
        return partition is null ? [] : [Charge(KeyEncoder.Partition(partition), partition, units)];
    }

    private UnitCharge Charge(byte[] key, Value[] values, double units) => new(GlobalIndex, key, values, units);
}
