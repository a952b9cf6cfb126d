using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The requests that return pages of items.</summary>
internal static class PageRequests
{
    public static bool Query(QueryRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "IndexName": request.IndexName = reader.GetString(); return true;
            case "KeyConditionExpression": request.KeyConditionExpression = reader.GetString(); return true;
            case "FilterExpression": request.FilterExpression = reader.GetString(); return true;
            case "ProjectionExpression": request.ProjectionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": request.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ExclusiveStartKey": request.ExclusiveStartKey = AttributeValueJson.ReadMap(ref reader); return true;
            case "ScanIndexForward": request.ScanIndexForward = reader.GetBoolean(); return true;
            case "ConsistentRead": request.ConsistentRead = reader.GetBoolean(); return true;
            case "Limit": request.Limit = reader.GetInt32(); return true;
            case "Select": request.Select = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Scan(ScanRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "TableName": request.TableName = reader.GetString(); return true;
            case "IndexName": request.IndexName = reader.GetString(); return true;
            case "FilterExpression": request.FilterExpression = reader.GetString(); return true;
            case "ProjectionExpression": request.ProjectionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": request.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            case "ExpressionAttributeValues": request.ExpressionAttributeValues = AttributeValueJson.ReadMap(ref reader); return true;
            case "ExclusiveStartKey": request.ExclusiveStartKey = AttributeValueJson.ReadMap(ref reader); return true;
            case "ConsistentRead": request.ConsistentRead = reader.GetBoolean(); return true;
            case "Limit": request.Limit = reader.GetInt32(); return true;
            case "Segment": request.Segment = reader.GetInt32(); return true;
            case "TotalSegments": request.TotalSegments = reader.GetInt32(); return true;
            case "Select": request.Select = reader.GetString(); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            default: return false;
        }
    }
}
