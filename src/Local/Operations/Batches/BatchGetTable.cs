using System.Text.Json;
using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>The part of a batch of gets that reads one table.</summary>
/// <param name="askedName">The name or the resource name of the table, as the request has it.</param>
/// <param name="source">The part.</param>
internal sealed class BatchGetTable(string askedName, JsonElement source)
{
    private Projection? projection;
    private Table? table;

    /// <summary>The table's name.</summary>
    public string TableName { get; } = TableNames.FromResource(askedName)!;

    /// <summary>The name that the request has for the table, and the answer as well.</summary>
    public string AskedName { get; } = askedName;

    /// <summary>The keys to get.</summary>
    public List<MapValue> Keys { get; } = [];

    /// <summary>The items found.</summary>
    public List<MapValue> Found { get; } = [];

    /// <summary>The keys that were not processed.</summary>
    public List<MapValue> Unprocessed { get; } = [];

    /// <summary>Whether the read is consistent.</summary>
    public bool Consistent { get; private set; }

    /// <summary>Reads the keys and the projection.</summary>
    public void Read(Fields fields)
    {
        projection = ProjectionReader.Read(fields);
        Consistent = fields.IsSet("ConsistentRead");
        foreach (var key in fields.List("Keys")!.Value.EnumerateArray())
            Keys.Add(ValueReader.ReadMap(key));
        var seen = new HashSet<MapValue>(Keys.Count, KeyComparer.Instance);
        if (!Keys.TrueForAll(seen.Add))
            throw BatchConstraints.Duplicates();
    }

    /// <summary>Checks the keys against the table.</summary>
    public void Check(Table found)
    {
        table = found;
        KeyPaths.CheckScalars(found.Schema, projection);
        foreach (var key in Keys)
            KeyRules.CheckKey(found.Schema.Keys, key);
    }

    /// <summary>Gets one item as the table stores it; null if it does not exist.</summary>
    public MapValue? Get(MapValue key) => table!.Find(table.KeyOf(key));

    /// <summary>Adds the part of an item to return to <see cref="Found"/>.</summary>
    public void Add(MapValue item) => Found.Add(projection?.Apply(item) ?? item);

    /// <summary>Writes the unprocessed part of the request, if there is one, in a form that the client can send again.</summary>
    public void WriteUnprocessed(Utf8JsonWriter json)
    {
        if (Unprocessed.Count == 0)
            return;

        json.WriteStartObject(AskedName);
        json.WriteStartArray("Keys");
        foreach (var key in Unprocessed)
            ValueWriter.WriteMap(json, key);
        json.WriteEndArray();
        foreach (var property in source.EnumerateObject())
        {
            if (JsonText.NameOf(property) != "Keys")
                property.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
