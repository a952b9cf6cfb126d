using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The keys, throughputs and indexes in the description of a table.</summary>
internal static class IndexDescriptions
{
    public static void WriteAttribute(Utf8JsonWriter writer, AttributeDefinition attribute)
    {
        writer.WriteStartObject();
        writer.Text("AttributeName", attribute.AttributeName);
        writer.Text("AttributeType", attribute.AttributeType);
        writer.WriteEndObject();
    }

    public static void WriteKey(Utf8JsonWriter writer, KeySchemaElement key)
    {
        writer.WriteStartObject();
        writer.Text("AttributeName", key.AttributeName);
        writer.Text("KeyType", key.KeyType);
        writer.WriteEndObject();
    }

    public static void WriteProvisioned(Utf8JsonWriter writer, ProvisionedThroughputDescription throughput)
    {
        writer.WriteStartObject();
        writer.Number("ReadCapacityUnits", throughput.ReadCapacityUnits);
        writer.Number("WriteCapacityUnits", throughput.WriteCapacityUnits);
        writer.Number("NumberOfDecreasesToday", throughput.NumberOfDecreasesToday);
        writer.Moment("LastIncreaseDateTime", throughput.LastIncreaseDateTime);
        writer.Moment("LastDecreaseDateTime", throughput.LastDecreaseDateTime);
        writer.WriteEndObject();
    }

    public static void WriteOnDemand(Utf8JsonWriter writer, OnDemandThroughput throughput)
    {
        writer.WriteStartObject();
        writer.Number("MaxReadRequestUnits", throughput.MaxReadRequestUnits);
        writer.Number("MaxWriteRequestUnits", throughput.MaxWriteRequestUnits);
        writer.WriteEndObject();
    }

    public static void WriteGlobal(Utf8JsonWriter writer, GlobalSecondaryIndexDescription index)
    {
        writer.WriteStartObject();
        writer.Text("IndexName", index.IndexName);
        writer.Text("IndexStatus", index.IndexStatus);
        writer.Text("IndexArn", index.IndexArn);
        writer.Flag("Backfilling", index.Backfilling);
        writer.Number("ItemCount", index.ItemCount);
        writer.Number("IndexSizeBytes", index.IndexSizeBytes);
        writer.List("KeySchema", index.KeySchema, WriteKey);
        writer.Part("Projection", index.Projection, WriteProjection);
        writer.Part("ProvisionedThroughput", index.ProvisionedThroughput, WriteProvisioned);
        writer.Part("OnDemandThroughput", index.OnDemandThroughput, WriteOnDemand);
        writer.WriteEndObject();
    }

    public static void WriteLocal(Utf8JsonWriter writer, LocalSecondaryIndexDescription index)
    {
        writer.WriteStartObject();
        writer.Text("IndexName", index.IndexName);
        writer.Text("IndexArn", index.IndexArn);
        writer.Number("ItemCount", index.ItemCount);
        writer.Number("IndexSizeBytes", index.IndexSizeBytes);
        writer.List("KeySchema", index.KeySchema, WriteKey);
        writer.Part("Projection", index.Projection, WriteProjection);
        writer.WriteEndObject();
    }

    private static void WriteProjection(Utf8JsonWriter writer, Projection projection)
    {
        writer.WriteStartObject();
        writer.Text("ProjectionType", projection.ProjectionType);
        writer.List("NonKeyAttributes", projection.NonKeyAttributes, static (writer, name) => writer.WriteStringValue(name));
        writer.WriteEndObject();
    }
}
