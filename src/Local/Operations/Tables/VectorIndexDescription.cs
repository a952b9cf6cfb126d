using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Writes descriptions of vector indexes.</summary>
internal static class VectorIndexDescription
{
    private static readonly Dictionary<string, Value> Everything = [];

    /// <summary>Writes <c>VectorIndexes</c> of a table.</summary>
    public static void Write(Utf8JsonWriter json, Table table, string status)
    {
        if (table.Schema.VectorIndexes.Count == 0)
            return;

        json.WriteStartArray("VectorIndexes");
        foreach (var index in table.Schema.VectorIndexes)
        {
            json.WriteStartObject();
            WriteDefinition(json, index);
            json.WriteString("IndexStatus", status);
            var (count, bytes) = Measure(table, index);
            json.WriteNumber("IndexSizeBytes", bytes);
            json.WriteNumber("ItemCount", count);
            json.WriteString("IndexArn", $"{table.Schema.Arn}/index/{index.Name}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes <c>VectorIndexes</c> of a backup, which have neither state nor size.</summary>
    public static void WriteDefinitions(Utf8JsonWriter json, TableSchema schema)
    {
        if (schema.VectorIndexes.Count == 0)
            return;

        json.WriteStartArray("VectorIndexes");
        foreach (var index in schema.VectorIndexes)
        {
            json.WriteStartObject();
            WriteDefinition(json, index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDefinition(Utf8JsonWriter json, VectorIndexSchema index)
    {
        json.WriteString("IndexName", index.Name);
        json.WriteStartObject("VectorAttribute");
        json.WriteString("AttributeName", index.VectorAttribute);
        json.WriteEndObject();
        json.WriteNumber("Dimensions", index.Dimensions);
        json.WriteString("DistanceFunction", index.Distance.Name());
        if (index.SearchSchema.Count > 0)
        {
            json.WriteStartArray("SearchSchema");
            foreach (var element in index.SearchSchema)
            {
                json.WriteStartObject();
                json.WriteString("AttributeName", element.Name);
                json.WriteString("SearchSchemaElementType", element.ElementType);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        TableDescription.WriteProjection(json, index.Carried);
    }

    private static (long Count, long Bytes) Measure(Table table, VectorIndexSchema index)
    {
        using var reader = new VectorReader(index, Everything);
        var (count, bytes) = (0L, 0L);
        for (var cursor = table.Items.Walk(null, null); cursor.MoveNext();)
        {
            if (!reader.Read(cursor.Value))
                continue;

            count++;
            bytes += index.SizeOf(index.Project(ItemBlock.Read(cursor.Value), reader.Vector));
        }

        return (count, bytes);
    }
}
