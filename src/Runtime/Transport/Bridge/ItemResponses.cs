using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using SdkCapacity = Amazon.DynamoDBv2.Model.ConsumedCapacity;
using SdkCollectionMetrics = Amazon.DynamoDBv2.Model.ItemCollectionMetrics;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The responses that contain items.</summary>
internal static class ItemResponses
{
    public static void Write(Utf8JsonWriter writer, GetItemResponse response)
    {
        // The SDK returns an empty item if there is none and it is configured to create empty collections.
        if (response.IsItemSet)
            writer.Item("Item", response.Item);
        writer.Part("ConsumedCapacity", response.ConsumedCapacity, Metrics.WriteCapacity);
    }

    public static void Write(Utf8JsonWriter writer, PutItemResponse response) =>
        WriteChange(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    public static void Write(Utf8JsonWriter writer, UpdateItemResponse response) =>
        WriteChange(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    public static void Write(Utf8JsonWriter writer, DeleteItemResponse response) =>
        WriteChange(writer, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics);

    public static void Write(Utf8JsonWriter writer, QueryResponse response) =>
        WritePage(writer, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey, response.ConsumedCapacity);

    public static void Write(Utf8JsonWriter writer, ScanResponse response) =>
        WritePage(writer, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey, response.ConsumedCapacity);

    public static void Write(Utf8JsonWriter writer, BatchGetItemResponse response)
    {
        writer.Map("Responses", response.Responses, static (writer, items) =>
        {
            writer.WriteStartArray();
            foreach (var item in items)
                AttributeValueJson.WriteMap(writer, item);
            writer.WriteEndArray();
        });
        writer.Map("UnprocessedKeys", response.UnprocessedKeys, WriteKeys);
        writer.List("ConsumedCapacity", response.ConsumedCapacity, Metrics.WriteCapacity);
    }

    public static void Write(Utf8JsonWriter writer, BatchWriteItemResponse response)
    {
        writer.Map("UnprocessedItems", response.UnprocessedItems, static (writer, writes) =>
        {
            writer.WriteStartArray();
            foreach (var write in writes)
                WriteWrite(writer, write);
            writer.WriteEndArray();
        });
        writer.Map("ItemCollectionMetrics", response.ItemCollectionMetrics, Metrics.WriteCollections);
        writer.List("ConsumedCapacity", response.ConsumedCapacity, Metrics.WriteCapacity);
    }

    public static void Write(Utf8JsonWriter writer, TransactGetItemsResponse response)
    {
        writer.List("Responses", response.Responses, static (writer, item) =>
        {
            writer.WriteStartObject();
            writer.Item("Item", item.Item);
            writer.WriteEndObject();
        });
        writer.List("ConsumedCapacity", response.ConsumedCapacity, Metrics.WriteCapacity);
    }

    public static void Write(Utf8JsonWriter writer, TransactWriteItemsResponse response)
    {
        writer.Map("ItemCollectionMetrics", response.ItemCollectionMetrics, Metrics.WriteCollections);
        writer.List("ConsumedCapacity", response.ConsumedCapacity, Metrics.WriteCapacity);
    }

    private static void WriteChange(
        Utf8JsonWriter writer, Dictionary<string, AttributeValue>? attributes, SdkCapacity? capacity, SdkCollectionMetrics? metrics)
    {
        if (attributes is { Count: > 0 })
            writer.Item("Attributes", attributes);
        writer.Part("ConsumedCapacity", capacity, Metrics.WriteCapacity);
        writer.Part("ItemCollectionMetrics", metrics, Metrics.WriteCollection);
    }

    private static void WritePage(
        Utf8JsonWriter writer,
        List<Dictionary<string, AttributeValue>>? items,
        int? count,
        int? scannedCount,
        Dictionary<string, AttributeValue>? lastKey,
        SdkCapacity? capacity)
    {
        writer.List("Items", items, AttributeValueJson.WriteMap);
        writer.Number("Count", count ?? (long?)items?.Count);
        writer.Number("ScannedCount", scannedCount ?? count ?? (long?)items?.Count);
        if (lastKey is { Count: > 0 })
            writer.Item("LastEvaluatedKey", lastKey);
        writer.Part("ConsumedCapacity", capacity, Metrics.WriteCapacity);
    }

    private static void WriteKeys(Utf8JsonWriter writer, KeysAndAttributes keys)
    {
        writer.WriteStartObject();
        writer.List("Keys", keys.Keys, AttributeValueJson.WriteMap);
        writer.Flag("ConsistentRead", keys.ConsistentRead);
        writer.Text("ProjectionExpression", keys.ProjectionExpression);
        writer.Map("ExpressionAttributeNames", keys.ExpressionAttributeNames, static (writer, name) => writer.WriteStringValue(name));
        writer.WriteEndObject();
    }

    private static void WriteWrite(Utf8JsonWriter writer, WriteRequest write)
    {
        writer.WriteStartObject();
        writer.Part("PutRequest", write.PutRequest, static (writer, put) => WriteHolder(writer, "Item", put.Item));
        writer.Part("DeleteRequest", write.DeleteRequest, static (writer, delete) => WriteHolder(writer, "Key", delete.Key));
        writer.WriteEndObject();
    }

    private static void WriteHolder(Utf8JsonWriter writer, string name, Dictionary<string, AttributeValue> item)
    {
        writer.WriteStartObject();
        writer.Item(name, item);
        writer.WriteEndObject();
    }
}
