using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using SdkCapacity = Amazon.DynamoDBv2.Model.ConsumedCapacity;
using SdkCollectionMetrics = Amazon.DynamoDBv2.Model.ItemCollectionMetrics;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The consumed capacity and the size of item collections in responses.</summary>
internal static class Metrics
{
    public static void WriteCapacity(Utf8JsonWriter writer, SdkCapacity capacity)
    {
        writer.WriteStartObject();
        writer.Text("TableName", capacity.TableName);
        writer.Number("CapacityUnits", capacity.CapacityUnits);
        writer.Number("ReadCapacityUnits", capacity.ReadCapacityUnits);
        writer.Number("WriteCapacityUnits", capacity.WriteCapacityUnits);
        writer.Part("Table", capacity.Table, WriteDetail);
        writer.Map("GlobalSecondaryIndexes", capacity.GlobalSecondaryIndexes, WriteDetail);
        writer.Map("LocalSecondaryIndexes", capacity.LocalSecondaryIndexes, WriteDetail);
        writer.WriteEndObject();
    }

    public static void WriteCollection(Utf8JsonWriter writer, SdkCollectionMetrics metrics)
    {
        writer.WriteStartObject();
        writer.Item("ItemCollectionKey", metrics.ItemCollectionKey);
        writer.List("SizeEstimateRangeGB", metrics.SizeEstimateRangeGB, static (writer, size) => writer.WriteNumberValue(size));
        writer.WriteEndObject();
    }

    public static void WriteCollections(Utf8JsonWriter writer, List<SdkCollectionMetrics> collections)
    {
        writer.WriteStartArray();
        foreach (var collection in collections)
            WriteCollection(writer, collection);
        writer.WriteEndArray();
    }

    private static void WriteDetail(Utf8JsonWriter writer, Capacity capacity)
    {
        writer.WriteStartObject();
        writer.Number("CapacityUnits", capacity.CapacityUnits);
        writer.Number("ReadCapacityUnits", capacity.ReadCapacityUnits);
        writer.Number("WriteCapacityUnits", capacity.WriteCapacityUnits);
        writer.WriteEndObject();
    }
}
