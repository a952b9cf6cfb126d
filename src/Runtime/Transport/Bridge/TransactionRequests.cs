using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The requests on many items, all or nothing.</summary>
internal static class TransactionRequests
{
    public static bool Get(TransactGetItemsRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TransactItems": request.TransactItems = JsonParts.ReadList(ref reader, ReadGetItem); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Write(TransactWriteItemsRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TransactItems": request.TransactItems = JsonParts.ReadList(ref reader, ReadWriteItem); return true;
            case "ClientRequestToken": request.ClientRequestToken = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            case "ReturnItemCollectionMetrics": request.ReturnItemCollectionMetrics = reader.GetString(); return true;
            default: return false;
        }
    }

    private static TransactGetItem ReadGetItem(ref Utf8JsonReader reader) => RequestFields.Read<TransactGetItem>(ref reader, GetItem);

    private static bool GetItem(TransactGetItem item, string name, ref Utf8JsonReader reader)
    {
        if (name != "Get")
            return false;
        item.Get = RequestFields.Read<Get>(ref reader, GetOf);
        return true;
    }

    private static bool GetOf(Get get, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": get.TableName = reader.GetString(); return true;
            case "Key": get.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "ProjectionExpression": get.ProjectionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": get.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            default: return false;
        }
    }

    private static TransactWriteItem ReadWriteItem(ref Utf8JsonReader reader)
        => RequestFields.Read<TransactWriteItem>(ref reader, WriteItem);

    private static bool WriteItem(TransactWriteItem item, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "Put": item.Put = RequestFields.Read<Put>(ref reader, PutOf); return true;
            case "Update": item.Update = RequestFields.Read<Update>(ref reader, UpdateOf); return true;
            case "Delete": item.Delete = RequestFields.Read<Delete>(ref reader, DeleteOf); return true;
            case "ConditionCheck": item.ConditionCheck = RequestFields.Read<ConditionCheck>(ref reader, CheckOf); return true;
            default: return false;
        }
    }

    private static bool PutOf(Put put, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": put.TableName = reader.GetString(); return true;
            case "Item": put.Item = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConditionExpression": put.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": put.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": put.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValuesOnConditionCheckFailure": put.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool UpdateOf(Update update, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": update.TableName = reader.GetString(); return true;
            case "Key": update.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "UpdateExpression": update.UpdateExpression = reader.GetString(); return true;
            case "ConditionExpression": update.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": update.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": update.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValuesOnConditionCheckFailure": update.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool DeleteOf(Delete delete, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": delete.TableName = reader.GetString(); return true;
            case "Key": delete.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConditionExpression": delete.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": delete.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": delete.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValuesOnConditionCheckFailure": delete.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            default: return false;
        }
    }

    private static bool CheckOf(ConditionCheck check, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": check.TableName = reader.GetString(); return true;
            case "Key": check.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConditionExpression": check.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": check.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": check.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValuesOnConditionCheckFailure": check.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            default: return false;
        }
    }
}
