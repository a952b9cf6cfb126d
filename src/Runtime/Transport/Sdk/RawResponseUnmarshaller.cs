using System.Net;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Leaves the body of a success unparsed, and lets the SDK's own code read an error of the operation.</summary>
internal sealed class RawResponseUnmarshaller : JsonResponseUnmarshaller
{
    private static readonly RawResponseUnmarshaller[] Unmarshallers =
        Array.ConvertAll(
            Enum.GetValues<DynamoOperation>(), static operation => new RawResponseUnmarshaller(ErrorUnmarshallerOf(operation)));

    private readonly JsonResponseUnmarshaller errors;

    private RawResponseUnmarshaller(JsonResponseUnmarshaller errors) => this.errors = errors;

    public static RawResponseUnmarshaller For(DynamoOperation operation) => Unmarshallers[(int)operation];

    /// <summary>Creates the response from a body that has been read.</summary>
    public static RawResponse Create(WireBuffer body, IWebResponseData response) => new()
    {
        Body = body,
        ContentLength = response.ContentLength,
        HttpStatusCode = response.StatusCode,
        ResponseMetadata = new ResponseMetadata { RequestId = response.GetHeaderValue("x-amzn-RequestId") },
    };

    /// <summary>
    /// Reads synchronously, as the SDK's own handler does. It is only used if someone removed <see cref="RawBodyHandler"/> from the
    /// pipeline.
    /// </summary>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var body = WireBuffer.Rent();
        int read;
        while ((read = input.Stream.Read(body.GetSpan(1))) > 0)
            body.Advance(read);
        return Create(body, input.ResponseData);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        errors.UnmarshallException(input, innerException, statusCode);

    private static JsonResponseUnmarshaller ErrorUnmarshallerOf(DynamoOperation operation) => operation switch
    {
        DynamoOperation.GetItem => GetItemResponseUnmarshaller.Instance,
        DynamoOperation.PutItem => PutItemResponseUnmarshaller.Instance,
        DynamoOperation.UpdateItem => UpdateItemResponseUnmarshaller.Instance,
        DynamoOperation.DeleteItem => DeleteItemResponseUnmarshaller.Instance,
        DynamoOperation.Query => QueryResponseUnmarshaller.Instance,
        DynamoOperation.Scan => ScanResponseUnmarshaller.Instance,
        DynamoOperation.BatchGetItem => BatchGetItemResponseUnmarshaller.Instance,
        DynamoOperation.BatchWriteItem => BatchWriteItemResponseUnmarshaller.Instance,
        DynamoOperation.TransactGetItems => TransactGetItemsResponseUnmarshaller.Instance,
        DynamoOperation.TransactWriteItems => TransactWriteItemsResponseUnmarshaller.Instance,
        DynamoOperation.CreateTable => CreateTableResponseUnmarshaller.Instance,
        DynamoOperation.DescribeTable => DescribeTableResponseUnmarshaller.Instance,
        DynamoOperation.UpdateTable => UpdateTableResponseUnmarshaller.Instance,
        DynamoOperation.DeleteTable => DeleteTableResponseUnmarshaller.Instance,
        DynamoOperation.ListTables => ListTablesResponseUnmarshaller.Instance,
        DynamoOperation.UpdateTimeToLive => UpdateTimeToLiveResponseUnmarshaller.Instance,
        DynamoOperation.DescribeTimeToLive => DescribeTimeToLiveResponseUnmarshaller.Instance,


        // The client knows no operations of streams. Theirs are the errors of this one, and some that have no type.
        _ when OperationNames.IsOfStreams(operation) => UpdateTableResponseUnmarshaller.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };
}
