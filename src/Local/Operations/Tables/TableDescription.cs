using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Writes the description of a table.</summary>
internal static class TableDescription
{
    /// <summary>Writes a response that consists of a table's description.</summary>
    public static void WriteResponse(Utf8JsonWriter json, string property, Table table, string status)
    {
        json.WriteStartObject();
        json.WritePropertyName(property);
        Write(json, table, status);
        json.WriteEndObject();
    }

    /// <summary>Writes the response of DeleteTable, which describes neither the table's keys nor its indexes.</summary>
    public static void WriteDeleted(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject();
        json.WriteStartObject("TableDescription");
        WriteState(json, table, "DELETING");
        WriteOptions(json, table.Schema);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Table table, string status)
    {
        var schema = table.Schema;
        json.WriteStartObject();
        json.WriteStartArray("AttributeDefinitions");
        foreach (var (name, kind) in schema.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", name);
            json.WriteString("AttributeType", kind.Tag());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteState(json, table, status);
        WriteKeys(json, schema.Keys);
        json.WriteNumber("CreationDateTime", Seconds(schema.Created));
        WriteIndexes(json, "LocalSecondaryIndexes", table, schema.LocalIndexes, null);
        var indexStatus = status == "CREATING" ? status : "ACTIVE";
        WriteIndexes(json, "GlobalSecondaryIndexes", table, schema.GlobalIndexes, indexStatus);
        WriteOptions(json, schema);
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, Table table, string status)
    {
        var schema = table.Schema;
        json.WriteString("TableName", schema.Name);
        json.WriteString("TableStatus", status);
        WriteThroughput(json, schema.Throughput);
        json.WriteNumber("TableSizeBytes", table.Bytes);
        json.WriteNumber("ItemCount", table.Items.Count);
        json.WriteString("TableArn", schema.Arn);
        json.WriteString("TableId", schema.Id.ToString());
    }

    private static void WriteOptions(Utf8JsonWriter json, TableSchema schema)
    {
        if (schema.OnDemand)
        {
            json.WriteStartObject("BillingModeSummary");
            json.WriteString("BillingMode", "PAY_PER_REQUEST");
            json.WriteNumber("LastUpdateToPayPerRequestDateTime", Seconds(schema.Created));
            json.WriteEndObject();
        }

        if (schema.TableClass is not null)
        {
            json.WriteStartObject("TableClassSummary");
            json.WriteString("TableClass", schema.TableClass);
            json.WriteEndObject();
        }

        json.WriteBoolean("DeletionProtectionEnabled", schema.DeletionProtected);
    }

    // The API's times are seconds with a fraction.
    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static void WriteIndexes(Utf8JsonWriter json, string property, Table table, IEnumerable<IndexSchema> indexes, string? status)
    {
        if (!indexes.Any())
            return;

        json.WriteStartArray(property);
        foreach (var index in indexes)
        {
            json.WriteStartObject();
            json.WriteString("IndexName", index.Name);
            WriteKeys(json, index.Keys);
            json.WriteStartObject("Projection");
            json.WriteString("ProjectionType", index.Carried.Type);
            if (index.Carried.NonKeyAttributes.Count > 0)
            {
                json.WriteStartArray("NonKeyAttributes");
                foreach (var name in index.Carried.NonKeyAttributes)
                    json.WriteStringValue(name);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            if (status is not null)
            {
                json.WriteString("IndexStatus", status);
                WriteThroughput(json, index.Throughput);
            }

            var (count, bytes) = Measure(table, index);
            json.WriteNumber("IndexSizeBytes", bytes);
            json.WriteNumber("ItemCount", count);
            json.WriteString("IndexArn", $"{table.Schema.Arn}/index/{index.Name}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static (int Count, long Bytes) Measure(Table table, IndexSchema index)
    {
        var entries = table.ItemsBy(index);
        var bytes = 0L;
        for (var cursor = entries.Walk(null, null); cursor.MoveNext();)
            bytes += index.Project(cursor.Value).ItemSize;
        return (entries.Count, bytes);
    }

    private static void WriteKeys(Utf8JsonWriter json, KeySchema keys)
    {
        json.WriteStartArray("KeySchema");
        foreach (var element in keys.Elements)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", element.Name);
            json.WriteString("KeyType", element.KeyType);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteStartObject("ProvisionedThroughput");
        json.WriteNumber("NumberOfDecreasesToday", 0);
        json.WriteNumber("ReadCapacityUnits", throughput.Read);
        json.WriteNumber("WriteCapacityUnits", throughput.Write);
        json.WriteEndObject();
    }
}
