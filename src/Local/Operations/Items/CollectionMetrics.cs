using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>The size of an item collection as the service estimates it: below one gigabyte, always, in an engine of this kind.</summary>
internal static class CollectionMetrics
{
    /// <summary>Writes the metrics of the collection that an item belongs to.</summary>
    public static void Write(Utf8JsonWriter json, TableSchema schema, MapValue item)
    {
        json.WriteStartObject();
        ValueWriter.WriteMap(json, "ItemCollectionKey", KeyRules.KeyOf(schema.Keys.HashElements, item));
        json.WriteStartArray("SizeEstimateRangeGB");
        json.WriteNumberValue(0.0);
        json.WriteNumberValue(1.0);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
