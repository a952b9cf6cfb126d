using System.Text.Json;
using DynamoToolkit.Local.Operations.Tables;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;

namespace DynamoToolkit.Local.Operations.Backups;

/// <summary>Writes descriptions of backups.</summary>
internal static class BackupDescription
{
    /// <summary>Writes the response of DescribeBackup and DeleteBackup.</summary>
    public static void WriteResponse(Utf8JsonWriter json, TableBackup backup, string status)
    {
        json.WriteStartObject();
        json.WriteStartObject("BackupDescription");
        WriteDetails(json, backup, status);
        WriteSource(json, backup);
        WriteFeatures(json, backup);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes <c>BackupDetails</c>.</summary>
    public static void WriteDetails(Utf8JsonWriter json, TableBackup backup, string status)
    {
        json.WriteStartObject("BackupDetails");
        WriteState(json, backup, status);
        json.WriteEndObject();
    }

    /// <summary>Writes the members that details and summaries share.</summary>
    public static void WriteState(Utf8JsonWriter json, TableBackup backup, string status)
    {
        json.WriteString("BackupArn", backup.Arn);
        json.WriteString("BackupName", backup.Name);
        json.WriteNumber("BackupCreationDateTime", TableDescription.Seconds(backup.Created));
        json.WriteString("BackupStatus", status);
        json.WriteString("BackupType", "USER");
        json.WriteNumber("BackupSizeBytes", backup.Bytes);
    }

    private static void WriteSource(Utf8JsonWriter json, TableBackup backup)
    {
        var schema = backup.Schema;
        json.WriteStartObject("SourceTableDetails");
        json.WriteString("TableName", schema.Name);
        json.WriteString("TableId", schema.Id.ToString());
        json.WriteString("TableArn", schema.Arn);
        json.WriteNumber("TableSizeBytes", backup.Bytes);
        TableDescription.WriteKeys(json, schema.Keys);
        json.WriteNumber("TableCreationDateTime", TableDescription.Seconds(schema.Created));
        WriteThroughput(json, schema.Throughput);
        json.WriteNumber("ItemCount", backup.Items.Count);
        json.WriteString("BillingMode", schema.OnDemand ? "PAY_PER_REQUEST" : "PROVISIONED");
        json.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter json, TableBackup backup)
    {
        var schema = backup.Schema;
        json.WriteStartObject("SourceTableFeatureDetails");
        WriteIndexes(json, "LocalSecondaryIndexes", schema.LocalIndexes);
        WriteIndexes(json, "GlobalSecondaryIndexes", schema.GlobalIndexes);
        VectorIndexDescription.WriteDefinitions(json, schema);
        if (backup.StreamView is not null)
        {
            json.WriteStartObject("StreamDescription");
            json.WriteBoolean("StreamEnabled", true);
            json.WriteString("StreamViewType", backup.StreamView);
            json.WriteEndObject();
        }

        if (schema.ExpiryAttribute is not null)
        {
            json.WriteStartObject("TimeToLiveDescription");
            json.WriteString("TimeToLiveStatus", "ENABLED");
            json.WriteString("AttributeName", schema.ExpiryAttribute);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteIndexes(Utf8JsonWriter json, string property, IEnumerable<IndexSchema> indexes)
    {
        if (!indexes.Any())
            return;

        json.WriteStartArray(property);
        foreach (var index in indexes)
        {
            json.WriteStartObject();
            TableDescription.WriteIndex(json, index);
            if (index.Kind == SecondaryIndexKind.Global)
                WriteThroughput(json, index.Throughput);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThroughput(Utf8JsonWriter json, Throughput throughput)
    {
        json.WriteStartObject("ProvisionedThroughput");
        json.WriteNumber("ReadCapacityUnits", throughput.Read);
        json.WriteNumber("WriteCapacityUnits", throughput.Write);
        json.WriteEndObject();
    }
}
