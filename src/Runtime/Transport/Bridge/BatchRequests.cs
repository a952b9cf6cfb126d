using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Transport.Bridge;

/// <summary>The requests on many items, each independent of the others.</summary>
internal static class BatchRequests
{
    public static bool Get(BatchGetItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "RequestItems": request.RequestItems = JsonParts.ReadMap(ref reader, ReadKeys); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            default: return false;
        }
    }

    public static bool Write(BatchWriteItemRequest request, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "RequestItems": request.RequestItems = JsonParts.ReadMap(ref reader, ReadWrites); return true;
            case "ReturnConsumedCapacity": request.ReturnConsumedCapacity = reader.GetString(); return true;
            case "ReturnItemCollectionMetrics": request.ReturnItemCollectionMetrics = reader.GetString(); return true;
            default: return false;
        }
    }

    private static KeysAndAttributes ReadKeys(ref Utf8JsonReader reader) => RequestFields.Read<KeysAndAttributes>(ref reader, Keys);

    private static bool Keys(KeysAndAttributes keys, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "Keys": keys.Keys = JsonParts.ReadList(ref reader, AttributeValueJson.ReadMap); return true;
            case "ConsistentRead": keys.ConsistentRead = reader.GetBoolean(); return true;
            case "ProjectionExpression": keys.ProjectionExpression = reader.GetString(); return true;
            case "ExpressionAttributeNames": keys.ExpressionAttributeNames = JsonParts.ReadStringMap(ref reader); return true;
            default: return false;
        }
    }

    private static List<WriteRequest> ReadWrites(ref Utf8JsonReader reader) => JsonParts.ReadList(ref reader, ReadWrite);

    private static WriteRequest ReadWrite(ref Utf8JsonReader reader) => RequestFields.Read<WriteRequest>(ref reader, WriteOf);

    private static bool WriteOf(WriteRequest write, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "PutRequest": write.PutRequest = RequestFields.Read<PutRequest>(ref reader, PutOf); return true;
            case "DeleteRequest": write.DeleteRequest = RequestFields.Read<DeleteRequest>(ref reader, DeleteOf); return true;
            default: return false;
        }
    }

    private static bool PutOf(PutRequest put, string name, ref Utf8JsonReader reader)
    {
        if (name != "Item")
            return false;
        put.Item = AttributeValueJson.ReadMap(ref reader);
        return true;
    }

    private static bool DeleteOf(DeleteRequest delete, string name, ref Utf8JsonReader reader)
    {
        if (name != "Key")
            return false;
        delete.Key = AttributeValueJson.ReadMap(ref reader);
        return true;
    }
}
