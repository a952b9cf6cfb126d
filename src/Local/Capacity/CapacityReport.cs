using System.Text.Json;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Capacity;

/// <summary>The consumed capacity of a request by table, if it asked for it.</summary>
internal sealed class CapacityReport
{
    private readonly List<(string Table, ConsumedCapacity Capacity)> tables = [];

    private CapacityReport(CapacityMode mode) => Mode = mode;

    /// <summary>How much is wanted.</summary>
    public CapacityMode Mode { get; }

    /// <summary>Whether anything is wanted.</summary>
    public bool IsWanted => Mode != CapacityMode.None;

    /// <summary>Reads <c>ReturnConsumedCapacity</c>.</summary>
    public static CapacityReport Read(Fields fields, Constraints constraints)
    {
        var word = fields.Text("ReturnConsumedCapacity");
        constraints.OneOf("returnConsumedCapacity", word, Words.ConsumedCapacity);
        return new CapacityReport(word switch
        {
            "INDEXES" => CapacityMode.Indexes,
            "TOTAL" => CapacityMode.Total,
            _ => CapacityMode.None,
        });
    }

    /// <summary>The capacity of a table, to be added to.</summary>
    public ConsumedCapacity For(string table)
    {
        foreach (var (name, existing) in tables)
        {
            if (name == table)
                return existing;
        }

        var capacity = new ConsumedCapacity(table);
        tables.Add((table, capacity));
        return capacity;
    }

    /// <summary>Writes <c>ConsumedCapacity</c> for a request on one table.</summary>
    public void WriteOne(Utf8JsonWriter json)
    {
        if (!IsWanted || tables.Count == 0)
            return;

        json.WritePropertyName("ConsumedCapacity");
        tables[0].Capacity.Write(json, Mode);
    }

    /// <summary>Writes <c>ConsumedCapacity</c> for a request on several tables.</summary>
    public void WriteAll(Utf8JsonWriter json, string? detail = null)
    {
        if (!IsWanted)
            return;

        json.WriteStartArray("ConsumedCapacity");
        foreach (var (_, capacity) in tables)
            capacity.Write(json, Mode, detail);
        json.WriteEndArray();
    }
}
