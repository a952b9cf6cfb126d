using System.Buffers;
using System.Text.Json;

namespace DynamoToolkit.Local.Server;

/// <summary>The answer to <c>GET /_heat</c>: the tables and global indexes, and their hottest partition keys.</summary>
internal static class HeatPage
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The body of the answer.</summary>
    public static ReadOnlyMemory<byte> ToJson(LocalHeat heat)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("resources");
            foreach (var resource in heat.Resources)
                Write(json, resource);
            json.WriteEndArray();
            json.WriteStartArray("hottestKeys");
            foreach (var key in heat.HottestKeys())
                Write(json, key);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, ResourceHeat resource)
    {
        json.WriteStartObject();
        json.WriteString("tableName", resource.TableName);
        json.WriteString("indexName", resource.IndexName);
        json.WriteNumber("partitions", resource.Partitions);
        json.WriteNumber("writeUnits", resource.WriteUnits);
        json.WriteNumber("readUnits", resource.ReadUnits);
        json.WriteNumber("throttledWrites", resource.ThrottledWrites);
        json.WriteNumber("throttledReads", resource.ThrottledReads);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HotKey key)
    {
        json.WriteStartObject();
        json.WriteString("tableName", key.TableName);
        json.WriteString("indexName", key.IndexName);
        json.WriteString("partitionKey", key.PartitionKey);
        json.WriteNumber("peakWriteUnits", key.PeakWriteUnits);
        json.WriteNumber("peakReadUnits", key.PeakReadUnits);
        json.WriteNumber("writeUnits", key.WriteUnits);
        json.WriteNumber("readUnits", key.ReadUnits);
        json.WriteNumber("writeShare", key.WriteShare);
        json.WriteNumber("readShare", key.ReadShare);
        json.WriteNumber("throttledWrites", key.ThrottledWrites);
        json.WriteNumber("throttledReads", key.ThrottledReads);
        json.WriteString("obstacle", key.Obstacle.ToString());
        json.WriteEndObject();
    }
}
