using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>
/// The responses to requests on tables. Global tables, vector indexes, restores and archives are omitted: no part of this library reads
/// them.
/// </summary>
internal static class TableResponses
{
    public static void Write(Utf8JsonWriter writer, CreateTableResponse response) =>
        writer.Part("TableDescription", response.TableDescription, WriteTable);

    public static void Write(Utf8JsonWriter writer, UpdateTableResponse response) =>
        writer.Part("TableDescription", response.TableDescription, WriteTable);

    public static void Write(Utf8JsonWriter writer, DeleteTableResponse response) =>
        writer.Part("TableDescription", response.TableDescription, WriteTable);

    public static void Write(Utf8JsonWriter writer, DescribeTableResponse response) => writer.Part("Table", response.Table, WriteTable);

    public static void Write(Utf8JsonWriter writer, ListTablesResponse response)
    {
        writer.List("TableNames", response.TableNames, static (writer, name) => writer.WriteStringValue(name));
        writer.Text("LastEvaluatedTableName", response.LastEvaluatedTableName);
    }

    public static void Write(Utf8JsonWriter writer, UpdateTimeToLiveResponse response) =>
        writer.Part("TimeToLiveSpecification", response.TimeToLiveSpecification, static (writer, specification) =>
        {
            writer.WriteStartObject();
            writer.Text("AttributeName", specification.AttributeName);
            writer.Flag("Enabled", specification.Enabled);
            writer.WriteEndObject();
        });

    public static void Write(Utf8JsonWriter writer, DescribeTimeToLiveResponse response) =>
        writer.Part("TimeToLiveDescription", response.TimeToLiveDescription, static (writer, description) =>
        {
            writer.WriteStartObject();
            writer.Text("AttributeName", description.AttributeName);
            writer.Text("TimeToLiveStatus", description.TimeToLiveStatus);
            writer.WriteEndObject();
        });

    private static void WriteTable(Utf8JsonWriter writer, TableDescription table)
    {
        writer.WriteStartObject();
        writer.Text("TableName", table.TableName);
        writer.Text("TableStatus", table.TableStatus);
        writer.Text("TableArn", table.TableArn);
        writer.Text("TableId", table.TableId);
        writer.Moment("CreationDateTime", table.CreationDateTime);
        writer.Number("ItemCount", table.ItemCount);
        writer.Number("TableSizeBytes", table.TableSizeBytes);
        writer.Flag("DeletionProtectionEnabled", table.DeletionProtectionEnabled);
        writer.List("AttributeDefinitions", table.AttributeDefinitions, IndexDescriptions.WriteAttribute);
        writer.List("KeySchema", table.KeySchema, IndexDescriptions.WriteKey);
        writer.Part("ProvisionedThroughput", table.ProvisionedThroughput, IndexDescriptions.WriteProvisioned);
        writer.Part("OnDemandThroughput", table.OnDemandThroughput, IndexDescriptions.WriteOnDemand);
        writer.List("GlobalSecondaryIndexes", table.GlobalSecondaryIndexes, IndexDescriptions.WriteGlobal);
        writer.List("LocalSecondaryIndexes", table.LocalSecondaryIndexes, IndexDescriptions.WriteLocal);
        WriteSettings(writer, table);
        writer.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter writer, TableDescription table)
    {
        writer.Part("BillingModeSummary", table.BillingModeSummary, static (writer, billing) =>
        {
            writer.WriteStartObject();
            writer.Text("BillingMode", billing.BillingMode);
            writer.Moment("LastUpdateToPayPerRequestDateTime", billing.LastUpdateToPayPerRequestDateTime);
            writer.WriteEndObject();
        });
        writer.Part("TableClassSummary", table.TableClassSummary, static (writer, summary) =>
        {
            writer.WriteStartObject();
            writer.Text("TableClass", summary.TableClass);
            writer.Moment("LastUpdateDateTime", summary.LastUpdateDateTime);
            writer.WriteEndObject();
        });
        writer.Part("SSEDescription", table.SSEDescription, static (writer, encryption) =>
        {
            writer.WriteStartObject();
            writer.Text("Status", encryption.Status);
            writer.Text("SSEType", encryption.SSEType);
            writer.Text("KMSMasterKeyArn", encryption.KMSMasterKeyArn);
            writer.WriteEndObject();
        });
        writer.Part("StreamSpecification", table.StreamSpecification, static (writer, stream) =>
        {
            writer.WriteStartObject();
            writer.Flag("StreamEnabled", stream.StreamEnabled);
            writer.Text("StreamViewType", stream.StreamViewType);
            writer.WriteEndObject();
        });
        writer.Text("LatestStreamArn", table.LatestStreamArn);
        writer.Text("LatestStreamLabel", table.LatestStreamLabel);
    }
}
