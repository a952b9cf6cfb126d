using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>
/// The SDK's request objects. Their content is not sent, but the pipeline's endpoint rules and telemetry read their type and the table
/// that they name.
/// </summary>
internal static class SdkRequests
{
    public static AmazonWebServiceRequest Create(DynamoRequest request) => request.Operation switch
    {
        DynamoOperation.GetItem => new GetItemRequest { TableName = request.TableName },
        DynamoOperation.PutItem => new PutItemRequest { TableName = request.TableName },
        DynamoOperation.UpdateItem => new UpdateItemRequest { TableName = request.TableName },
        DynamoOperation.DeleteItem => new DeleteItemRequest { TableName = request.TableName },
        DynamoOperation.Query => new QueryRequest { TableName = request.TableName },
        DynamoOperation.Scan => new ScanRequest { TableName = request.TableName },
        DynamoOperation.BatchGetItem => new BatchGetItemRequest { RequestItems = [] },
        DynamoOperation.BatchWriteItem => new BatchWriteItemRequest { RequestItems = [] },
        DynamoOperation.TransactGetItems => new TransactGetItemsRequest { TransactItems = [] },
        DynamoOperation.TransactWriteItems => new TransactWriteItemsRequest { TransactItems = [] },
        DynamoOperation.CreateTable => new CreateTableRequest { TableName = request.TableName },
        DynamoOperation.DescribeTable => new DescribeTableRequest { TableName = request.TableName },
        DynamoOperation.UpdateTable => new UpdateTableRequest { TableName = request.TableName },
        DynamoOperation.DeleteTable => new DeleteTableRequest { TableName = request.TableName },
        DynamoOperation.ListTables => new ListTablesRequest(),
        DynamoOperation.UpdateTimeToLive => new UpdateTimeToLiveRequest { TableName = request.TableName },
        DynamoOperation.DescribeTimeToLive => new DescribeTimeToLiveRequest { TableName = request.TableName },
        _ when OperationNames.IsOfStreams(request.Operation) => new StreamRequest(),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Operation, null),
    };
}
