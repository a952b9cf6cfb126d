using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Heat;

/// <summary>What a write consumes, by place: the table's item with its local entries, and each global entry that changes.</summary>
internal static class WriteCharges
{
    /// <summary>The charges of a write.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="key">The item's key, as the table stores it.</param>
    /// <param name="holder">The item's key attributes, or an item that contains them.</param>
    /// <param name="old">The item before the write; null if there was none.</param>
    /// <param name="item">The item after the write; null if there is none.</param>
    /// <param name="factor">
    /// 2 in transactions, which write every item twice. Entries of global indexes count once: that is what tests against the service
    /// measured, and the documentation does not say.
    /// </param>
    public static List<UnitCharge> Of(TableSchema schema, byte[] key, MapValue holder, MapValue? old, MapValue? item, int factor)
    {
        var onTable = factor * Units.Write(Math.Max(schema.WriteSizeOf(old), schema.WriteSizeOf(item)));
        var charges = new List<UnitCharge>();
        foreach (var index in schema.Indexes)
        {
            foreach (var (entry, units) in IndexWrites.Of(index, schema, old, item))
            {
                if (index.Kind == SecondaryIndexKind.Local)
                {
                    onTable += factor * units;
                    continue;
                }

                var entryKey = KeyEncoder.IndexKey(index, schema.Keys, entry);
                charges.Add(new UnitCharge(index, entryKey, UnitCharge.PartitionOf(index.Keys, entry), units));
            }
        }

        charges.Insert(0, UnitCharge.OnTable(schema, key, holder, onTable));
        return charges;
    }
}
