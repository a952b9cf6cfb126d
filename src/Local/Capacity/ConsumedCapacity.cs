using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Capacity;

/// <summary>The capacity that a request consumed on one table and its indexes.</summary>
internal sealed class ConsumedCapacity(string table)
{
    private readonly SortedDictionary<string, double> local = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> global = new(StringComparer.Ordinal);
    private SortedDictionary<string, double>? vectors;
    private double onTable;

    /// <summary>Adds units for the table itself.</summary>
    public void AddTable(double units) => onTable += units;

    /// <summary>Adds units for an index.</summary>
    public void AddIndex(IndexSchema index, double units)
    {
        var indexes = index.Kind == SecondaryIndexKind.Local ? local : global;
        indexes[index.Name] = indexes.GetValueOrDefault(index.Name) + units;
    }

    /// <summary>Adds the cost of a write: the larger of the old and the new item, and every index entry that changes.</summary>
    /// <param name="schema">The table.</param>
    /// <param name="old">The item before the write; null if there was none.</param>
    /// <param name="item">The item after the write; null if there is none.</param>
    /// <param name="factor">2 in transactions, which write every item twice.</param>
    public void AddWrite(TableSchema schema, MapValue? old, MapValue? item, int factor = 1)
    {
        AddTable(factor * Units.Write(Math.Max(schema.WriteSizeOf(old), schema.WriteSizeOf(item))));
        foreach (var index in schema.Indexes)
        {
            var units = IndexWrites.Of(index, schema, old, item).Sum(static write => write.Units);
            if (units > 0)
                AddIndex(index, factor * units);
        }

        foreach (var index in schema.VectorIndexes)
        {
            if (VectorWrites.BytesOf(index, old, item) is { } bytes)
                AddVectors(index, bytes);
        }
    }

    /// <summary>Writes the object for a response.</summary>
    /// <param name="json">The response.</param>
    /// <param name="mode">How much detail is wanted.</param>
    /// <param name="detail">The name of a second property for the units, which transactions have.</param>
    public void Write(Utf8JsonWriter json, CapacityMode mode, string? detail = null)
    {
        json.WriteStartObject();
        WriteUnits(json, onTable + local.Values.Sum() + global.Values.Sum(), detail);
        if (mode == CapacityMode.Indexes)
        {
            WriteIndexes(json, "GlobalSecondaryIndexes", global, detail);
            WriteIndexes(json, "LocalSecondaryIndexes", local, detail);
            WriteVectors(json);
            json.WriteStartObject("Table");
            WriteUnits(json, onTable, detail);
            json.WriteEndObject();
        }

        json.WriteString("TableName", table);
        json.WriteEndObject();
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

    // Few tables have vector indexes.
    private void AddVectors(VectorIndexSchema index, double bytes)
    {
        vectors ??= new SortedDictionary<string, double>(StringComparer.Ordinal);
        vectors[index.Name] = vectors.GetValueOrDefault(index.Name) + bytes;
    }

    // In bytes, so they are not part of the units.
    private void WriteVectors(Utf8JsonWriter json)
    {
        if (vectors is null)
            return;

        json.WriteStartObject("VectorIndexes");
        foreach (var (name, bytes) in vectors)
        {
            json.WriteStartObject(name);
            json.WriteNumber("VectorWriteRequestBytes", bytes);
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
