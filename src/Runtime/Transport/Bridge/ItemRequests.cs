using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The requests on one item.</summary>
internal static class ItemRequests
{
    public static bool Get(GetItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "Key": request.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConsistentRead": request.ConsistentRead = reader.GetBoolean(); return true;
            case "ProjectionExpression": request.ProjectionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Put(PutItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "Item": request.Item = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConditionExpression": request.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": request.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValues": request.ReturnValues = reader.GetString(); return true;
            case "ReturnValuesOnConditionCheckFailure": request.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            case "ReturnItemCollectionMetrics": request.ReturnItemCollectionMetrics = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Update(UpdateItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "Key": request.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "UpdateExpression": request.UpdateExpression = reader.GetString(); return true;
            case "ConditionExpression": request.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": request.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValues": request.ReturnValues = reader.GetString(); return true;
            case "ReturnValuesOnConditionCheckFailure": request.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            case "ReturnItemCollectionMetrics": request.ReturnItemCollectionMetrics = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Delete(DeleteItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "Key": request.Key = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConditionExpression": request.ConditionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": request.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ReturnValues": request.ReturnValues = reader.GetString(); return true;
            case "ReturnValuesOnConditionCheckFailure": request.ReturnValuesOnConditionCheckFailure = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            case "ReturnItemCollectionMetrics": request.ReturnItemCollectionMetrics = reader.GetString(); return true;
            default: return false;
        }
    }
}
