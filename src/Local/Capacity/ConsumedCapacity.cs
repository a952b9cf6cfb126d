using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Capacity;

/// <summary>The capacity that a request consumed on one table and its indexes.</summary>
internal sealed class ConsumedCapacity(string table)
{
    private readonly SortedDictionary<string, double> local = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> global = new(StringComparer.Ordinal);
    private double onTable;

    /// <summary>Adds units of the table itself.</summary>
    public void AddTable(double units) => onTable += units;

    /// <summary>Adds units of an index.</summary>
    public void AddIndex(IndexSchema index, double units)
    {
        var indexes = index.Kind == SecondaryIndexKind.Local ? local : global;
        indexes[index.Name] = indexes.GetValueOrDefault(index.Name) + units;
    }

    /// <summary>Adds what a write costs: the larger of old and new item, and every index entry that changes.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="old">The item before, if any.</param>
    /// <param name="item">The item after, if any.</param>
    /// <param name="factor">2 in transactions, which write everything twice.</param>
    public void AddWrite(TableSchema schema, MapValue? old, MapValue? item, int factor = 1)
    {
        AddTable(factor * Units.Write(Math.Max(old?.ItemSize ?? 0, item?.ItemSize ?? 0)));
        foreach (var index in schema.Indexes)
        {
            var units = IndexWrite(index, schema, old, item);
            if (units > 0)
                AddIndex(index, factor * units);
        }
    }

    /// <summary>Writes the object that responses carry.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="mode">How much is wanted.</param>
    /// <param name="detail">The name of a second property for the units, as transactions have it.</param>
    public void Write(Utf8JsonWriter json, CapacityMode mode, string? detail = null)
    {
        json.WriteStartObject();
        WriteUnits(json, onTable + local.Values.Sum() + global.Values.Sum(), detail);
        if (mode == CapacityMode.Indexes)
        {
            WriteIndexes(json, "GlobalSecondaryIndexes", global, detail);
            WriteIndexes(json, "LocalSecondaryIndexes", local, detail);
            json.WriteStartObject("Table");
            WriteUnits(json, onTable, detail);
            json.WriteEndObject();
        }

        json.WriteString("TableName", table);
        json.WriteEndObject();
    }

    private static double IndexWrite(IndexSchema index, TableSchema schema, MapValue? old, MapValue? item)
    {
        var before = old is not null && index.Keys.Covers(old) ? index.Project(old) : null;
        var after = item is not null && index.Keys.Covers(item) ? index.Project(item) : null;
        if (before is null || after is null)
            return before is null && after is null ? 0 : Units.Write((before ?? after)!.ItemSize);
        if (before.SameAs(after))
            return 0;

        var moved = !KeyEncoder.IndexKey(index, schema.Keys, before).AsSpan().SequenceEqual(KeyEncoder.IndexKey(index, schema.Keys, after));
        return moved
            ? Units.Write(before.ItemSize) + Units.Write(after.ItemSize)
            : Units.Write(Math.Max(before.ItemSize, after.ItemSize));
    }

    private static void WriteIndexes(Utf8JsonWriter json, string property, SortedDictionary<string, double> indexes, string? detail)
    {
        if (indexes.Count == 0)
            return;

        json.WriteStartObject(property);
        foreach (var (name, units) in indexes)
        {
            json.WriteStartObject(name);
            WriteUnits(json, units, detail);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, double units, string? detail)
    {
        json.WriteNumber("CapacityUnits", units);
        if (detail is not null)
            json.WriteNumber(detail, units);
    }
}
