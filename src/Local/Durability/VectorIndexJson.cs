using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Durability;

/// <summary>The vector indexes of a table to and from JSON, as a part of its schema.</summary>
internal static class VectorIndexJson
{
    /// <summary>Writes vector indexes; nothing if there are none.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<VectorIndexSchema> indexes)
    {
        if (indexes.Count == 0)
            return;

        json.WriteStartArray("vectors");
        foreach (var index in indexes)
        {
            json.WriteStartObject();
            json.WriteString("name", index.Name);
            json.WriteString("attribute", index.VectorAttribute);
            json.WriteNumber("dimensions", index.Dimensions);
            json.WriteString("distance", index.Distance.Name());
            json.WriteStartObject("search");
            foreach (var element in index.SearchSchema)
                json.WriteBoolean(element.Name, element.IsHash);
            json.WriteEndObject();
            json.WriteString("content", index.Carried.Type);
            json.WriteStartArray("also");
            foreach (var name in index.Carried.NonKeyAttributes)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a vector index.</summary>
    public static VectorIndexSchema Read(JsonElement json, KeySchema tableKeys, List<(string Name, ValueKind Kind)> attributes) => new()
    {
        Name = json.GetProperty("name").GetString()!,
        VectorAttribute = json.GetProperty("attribute").GetString()!,
        Dimensions = json.GetProperty("dimensions").GetInt32(),
        Distance = VectorDistances.Parse(json.GetProperty("distance").GetString()!),
        SearchSchema =
        [
            .. json.GetProperty("search").EnumerateObject().Select(element => new SearchElement(
                element.Name, attributes.Find(attribute => attribute.Name == element.Name).Kind, element.Value.GetBoolean())),
        ],
        Carried = new IndexContent(
            json.GetProperty("content").GetString()!,
            [.. json.GetProperty("also").EnumerateArray().Select(static name => name.GetString()!)]),
        TableKeys = tableKeys,
    };
}
