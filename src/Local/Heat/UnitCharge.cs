using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Heat;

/// <summary>Units that a request consumes at one place.</summary>
/// <param name="Index">The global index; null for the table, which also bears its local indexes.</param>
/// <param name="Key">The key of the item or entry, as it is stored, or the position where a query begins.</param>
/// <param name="Partition">The values of the partition key.</param>
/// <param name="Units">The units.</param>
internal readonly record struct UnitCharge(IndexSchema? Index, byte[] Key, Value[] Partition, double Units)
{
    /// <summary>A charge for an item of a table, by the item or its key.</summary>
    public static UnitCharge OnTable(TableSchema schema, byte[] key, MapValue holder, double units) =>
        new(null, key, PartitionOf(schema.Keys, holder), units);

    /// <summary>The values of a partition key.</summary>
    public static Value[] PartitionOf(KeySchema keys, MapValue holder) =>
        Array.ConvertAll(keys.HashElements, element => holder.Get(element.Name)!);

    /// <summary>The partition key as all its items' keys begin with it.</summary>
    public byte[] Prefix() => KeyEncoder.Partition(Partition);

    /// <summary>The partition key as text.</summary>
    public string Text() => string.Join(", ", Partition.Select(ScalarText.Of));
}
