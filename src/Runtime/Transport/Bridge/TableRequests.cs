using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The requests on tables.</summary>
internal static class TableRequests
{
    public static bool Create(CreateTableRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "AttributeDefinitions":
                request.AttributeDefinitions = JsonParts.ReadList(ref reader, TableParts.ReadAttribute);
                return true;
            case "KeySchema": request.KeySchema = JsonParts.ReadList(ref reader, TableParts.ReadKey); return true;
            case "BillingMode": request.BillingMode = reader.GetString(); return true;
            case "ProvisionedThroughput": request.ProvisionedThroughput = TableParts.ReadProvisioned(ref reader); return true;
            case "OnDemandThroughput": request.OnDemandThroughput = TableParts.ReadOnDemand(ref reader); return true;
            case "WarmThroughput": request.WarmThroughput = TableParts.ReadWarm(ref reader); return true;
            case "GlobalSecondaryIndexes":
                request.GlobalSecondaryIndexes = JsonParts.ReadList(ref reader, IndexParts.ReadGlobal);
                return true;
            case "LocalSecondaryIndexes": request.LocalSecondaryIndexes = JsonParts.ReadList(ref reader, IndexParts.ReadLocal); return true;
            case "StreamSpecification": request.StreamSpecification = TableParts.ReadStream(ref reader); return true;
            case "SSESpecification": request.SSESpecification = TableParts.ReadEncryption(ref reader); return true;
            case "TableClass": request.TableClass = reader.GetString(); return true;
            case "DeletionProtectionEnabled": request.DeletionProtectionEnabled = reader.GetBoolean(); return true;
            case "ResourcePolicy": request.ResourcePolicy = reader.GetString(); return true;
            case "Tags": request.Tags = JsonParts.ReadList(ref reader, TableParts.ReadTag); return true;
            default: return false;
        }
    }

    public static bool Update(UpdateTableRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "AttributeDefinitions":
                request.AttributeDefinitions = JsonParts.ReadList(ref reader, TableParts.ReadAttribute);
                return true;
            case "BillingMode": request.BillingMode = reader.GetString(); return true;
            case "ProvisionedThroughput": request.ProvisionedThroughput = TableParts.ReadProvisioned(ref reader); return true;
            case "OnDemandThroughput": request.OnDemandThroughput = TableParts.ReadOnDemand(ref reader); return true;
            case "WarmThroughput": request.WarmThroughput = TableParts.ReadWarm(ref reader); return true;
            case "GlobalSecondaryIndexUpdates":
                request.GlobalSecondaryIndexUpdates = JsonParts.ReadList(ref reader, IndexParts.ReadUpdate);
                return true;
            case "StreamSpecification": request.StreamSpecification = TableParts.ReadStream(ref reader); return true;
            case "SSESpecification": request.SSESpecification = TableParts.ReadEncryption(ref reader); return true;
            case "TableClass": request.TableClass = reader.GetString(); return true;
            case "DeletionProtectionEnabled": request.DeletionProtectionEnabled = reader.GetBoolean(); return true;
            default: return false;
        }
    }

    public static bool Describe(DescribeTableRequest request, string name, ref Utf8JsonReader reader)
    {
        if (name != "TableName")
            return false;
        request.TableName = reader.GetString();
        return true;
    }

    public static bool Delete(DeleteTableRequest request, string name, ref Utf8JsonReader reader)
    {
        if (name != "TableName")
            return false;
        request.TableName = reader.GetString();
        return true;
    }

    public static bool List(ListTablesRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "ExclusiveStartTableName": request.ExclusiveStartTableName = reader.GetString(); return true;
            case "Limit": request.Limit = reader.GetInt32(); return true;
            default: return false;
        }
    }

    public static bool UpdateTimeToLive(UpdateTimeToLiveRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "TimeToLiveSpecification": request.TimeToLiveSpecification = TableParts.ReadTimeToLive(ref reader); return true;
            default: return false;
        }
    }

    public static bool DescribeTimeToLive(DescribeTimeToLiveRequest request, string name, ref Utf8JsonReader reader)
    {
        if (name != "TableName")
            return false;
        request.TableName = reader.GetString();
        return true;
    }
}
