using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Operations.Reads;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Batches;

/// <summary>What a batch reads from one table.</summary>
internal sealed class BatchGetTable(string tableName, JsonElement source)
{
    private Projection? projection;
    private Table? table;

    /// <summary>The table's name.</summary>
    public string TableName { get; } = tableName;

    /// <summary>The keys that are asked for.</summary>
    public List<MapValue> Keys { get; } = [];

    /// <summary>The items found.</summary>
    public List<MapValue> Found { get; } = [];

    /// <summary>The keys that were not looked for.</summary>
    public List<MapValue> Unprocessed { get; } = [];

    /// <summary>Whether the read is consistent.</summary>
    public bool Consistent { get; private set; }

    /// <summary>Reads keys and projection.</summary>
    public void Read(Fields fields)
    {
        projection = ProjectionReader.Read(fields);
        Consistent = fields.IsSet("ConsistentRead");
        foreach (var key in fields.List("Keys")!.Value.EnumerateArray())
            Keys.Add(ValueReader.ReadMap(key));
        for (var i = 1; i < Keys.Count; i++)
        {
            if (Keys.Take(i).Any(Keys[i].SameAs))
                throw DynamoError.Validation("Provided list of item keys contains duplicates");
        }
    }

    /// <summary>Checks the keys against the table.</summary>
    public void Check(Table found)
    {
        table = found;
        KeyPaths.CheckScalars(found.Schema, projection);
        foreach (var key in Keys)
            KeyRules.CheckKey(found.Schema.Keys, key);
    }

    /// <summary>Gets one item, as it is stored; what is to be returned of it goes to <see cref="Found"/>.</summary>
    public MapValue? Get(MapValue key)
    {
        var item = table!.Items.Get(table.KeyOf(key));
        if (item is not null)
            Found.Add(projection?.Apply(item) ?? item);
        return item;
    }

    /// <summary>Writes the part of the request that was left, if any, so that it can be sent again.</summary>
    public void WriteUnprocessed(Utf8JsonWriter json)
    {
        if (Unprocessed.Count == 0)
            return;

        json.WriteStartObject(TableName);
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
