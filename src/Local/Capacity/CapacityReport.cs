using System.Text.Json;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Capacity;

/// <summary>The consumed capacity of a request by table. It is written only if the request asks for it.</summary>
internal sealed class CapacityReport
{
    private readonly List<(string Table, ConsumedCapacity Capacity)> tables = [];
    private readonly Fields request;
    private readonly CapacityMode mode;

    private CapacityReport(Fields request, CapacityMode mode)
    {
        this.request = request;
        this.mode = mode;
    }

    /// <summary>Whether the request asks for consumed capacity.</summary>
    public bool IsWanted => mode != CapacityMode.None;

    /// <summary>Reads <c>ReturnConsumedCapacity</c>.</summary>
    public static CapacityReport Read(Fields fields, Constraints constraints)
    {
        var word = fields.Text("ReturnConsumedCapacity");
        constraints.OneOf("returnConsumedCapacity", word, Words.ConsumedCapacity);
        return new CapacityReport(fields, word switch
        {
            "INDEXES" => CapacityMode.Indexes,
            "TOTAL" => CapacityMode.Total,
            _ => CapacityMode.None,
        });
    }

    /// <summary>The capacity of a table, to add to.</summary>
    public ConsumedCapacity For(string table)
    {
        foreach (var (name, existing) in tables)
        {
            if (name == table)
                return existing;
        }

        var capacity = new ConsumedCapacity(IsWanted ? AskedNames.Of(request, table) : table);
        tables.Add((table, capacity));
        return capacity;
    }

    /// <summary>Writes <c>ConsumedCapacity</c> for a request on one table.</summary>
    public void WriteOne(Utf8JsonWriter json)
    {
        if (!IsWanted || tables.Count == 0)
            return;

        json.WritePropertyName("ConsumedCapacity");
        tables[0].Capacity.Write(json, mode);
    }

    /// <summary>Writes <c>ConsumedCapacity</c> for a request on several tables.</summary>
    public void WriteAll(Utf8JsonWriter json, string? detail = null)
    {
        if (!IsWanted)
            return;

        json.WriteStartArray("ConsumedCapacity");
        foreach (var (_, capacity) in tables)
            capacity.Write(json, mode, detail);
        json.WriteEndArray();
    }
}
