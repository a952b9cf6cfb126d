using System.Text.Json;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Streams;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Writes the description of a table.</summary>
internal static class TableDescription
{
    /// <summary>Writes a response that consists of a table's description.</summary>
    /// <param name="json">The response.</param>
    /// <param name="property">The member of the response that holds the description.</param>
    /// <param name="table">The table.</param>
    /// <param name="status">The table's status.</param>
    /// <param name="stream">The table's latest stream; null if there is none.</param>
    public static void WriteResponse(Utf8JsonWriter json, string property, Table table, string status, TableStream? stream)
    {
        json.WriteStartObject();
        json.WritePropertyName(property);
        Write(json, table, status, stream);
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

    private static void Write(Utf8JsonWriter json, Table table, string status, TableStream? stream)
    {
        var schema = table.Schema;
        json.WriteStartObject();
        json.WriteStartArray("AttributeDefinitions");
        foreach (var (name, kind) in schema.Attributes)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName", name);
            json.WriteString("AttributeType", kind.Name());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteState(json, table, status);
        WriteKeys(json, schema.Keys);
        json.WriteNumber("CreationDateTime", Seconds(schema.Created));
        WriteIndexes(json, "LocalSecondaryIndexes", table, schema.LocalIndexes, null);
        var indexStatus = status == "CREATING" ? status : "ACTIVE";
        WriteIndexes(json, "GlobalSecondaryIndexes", table, schema.GlobalIndexes, indexStatus);
        VectorIndexDescription.Write(json, table, indexStatus);
        WriteStream(json, stream);
        WriteOptions(json, schema);
        WriteRestored(json, schema.RestoredFrom, inProgress: status == "CREATING");
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

    private static void WriteRestored(Utf8JsonWriter json, RestoreSource? source, bool inProgress)
    {
        if (source is null)
            return;

        json.WriteStartObject("RestoreSummary");
        json.WriteString("SourceBackupArn", source.BackupArn);
        json.WriteString("SourceTableArn", source.TableArn);
        json.WriteNumber("RestoreDateTime", Seconds(source.Time));
        json.WriteBoolean("RestoreInProgress", inProgress);
        json.WriteEndObject();
    }

    // A table keeps the name of its last stream after the stream has been disabled.
    private static void WriteStream(Utf8JsonWriter json, TableStream? stream)
    {
        if (stream is null)
            return;

        if (stream.Disabled is null)
        {
            json.WriteStartObject("StreamSpecification");
            json.WriteBoolean("StreamEnabled", true);
            json.WriteString("StreamViewType", stream.View);
            json.WriteEndObject();
        }

        json.WriteString("LatestStreamLabel", stream.Label);
        json.WriteString("LatestStreamArn", stream.Arn);
    }

    /// <summary>A moment as the API has it: seconds with a fraction.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static void WriteIndexes(Utf8JsonWriter json, string property, Table table, IEnumerable<IndexSchema> indexes, string? status)
    {
        if (!indexes.Any())
            return;

        json.WriteStartArray(property);
        foreach (var index in indexes)
        {
            json.WriteStartObject();
            WriteIndex(json, index);
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
            bytes += index.Project(ItemBlock.Read(cursor.Value.Block)).ItemSize;
        return (entries.Count, bytes);
    }

    /// <summary>Writes the name, the key and the projection of an index.</summary>
    public static void WriteIndex(Utf8JsonWriter json, IndexSchema index)
    {
        json.WriteString("IndexName", index.Name);
        WriteKeys(json, index.Keys);
        WriteProjection(json, index.Carried);
    }

    /// <summary>Writes <c>Projection</c>.</summary>
    public static void WriteProjection(Utf8JsonWriter json, IndexContent carried)
    {
        json.WriteStartObject("Projection");
        json.WriteString("ProjectionType", carried.Type);
        if (carried.NonKeyAttributes.Count > 0)
        {
            json.WriteStartArray("NonKeyAttributes");
            foreach (var name in carried.NonKeyAttributes)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>KeySchema</c>.</summary>
    public static void WriteKeys(Utf8JsonWriter json, KeySchema keys)
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
