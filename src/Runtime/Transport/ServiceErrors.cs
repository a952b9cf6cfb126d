using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoToolkit.Transport.Errors;

namespace DynamoToolkit.Transport;

/// <summary>Turns an error response of the service into the exception that the AWS SDK would throw for it.</summary>
public static class ServiceErrors
{
    /// <summary>Creates the AWS SDK's most derived exception for an error response.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="body">The response's body. It may be anything; the exception omits what cannot be read.</param>
    /// <param name="requestId">The service's id of the request, if it returned one.</param>
    public static AmazonDynamoDBException ToException(
        DynamoOperation operation, int statusCode, ReadOnlySpan<byte> body, string? requestId) =>
        Create(operation, statusCode, ErrorBody.Parse(body), requestId);

    internal static AmazonDynamoDBException Create(DynamoOperation operation, int statusCode, ErrorBody error, string? requestId)
    {
        var status = (HttpStatusCode)statusCode;
        var code = error.Code ?? status.ToString();
        var message = error.Message ?? $"{operation} failed: {code} (HTTP status {statusCode}).";
        var type = statusCode < 500 ? ErrorType.Sender : ErrorType.Receiver;
        return code switch
        {
            "ConditionalCheckFailedException" =>
                new ConditionalCheckFailedException(message, type, code, requestId, status) { Item = error.Item },
            "TransactionCanceledException" =>
                new TransactionCanceledException(message, type, code, requestId, status)
                {
                    CancellationReasons = error.CancellationReasons,
                },
            "ProvisionedThroughputExceededException" =>
                new ProvisionedThroughputExceededException(message, type, code, requestId, status)
                {
                    ThrottlingReasons = error.ThrottlingReasons,
                },
            "RequestLimitExceeded" or "RequestLimitExceededException" =>
                new RequestLimitExceededException(message, type, code, requestId, status) { ThrottlingReasons = error.ThrottlingReasons },
            "ThrottlingException" =>
                new ThrottlingException(message, type, code, requestId, status) { ThrottlingReasons = error.ThrottlingReasons },
            "ResourceNotFoundException" => new ResourceNotFoundException(message, type, code, requestId, status),
            "ResourceInUseException" => new ResourceInUseException(message, type, code, requestId, status),
            "ItemCollectionSizeLimitExceededException" =>
                new ItemCollectionSizeLimitExceededException(message, type, code, requestId, status),
            "TransactionConflictException" => new TransactionConflictException(message, type, code, requestId, status),
            "TransactionInProgressException" => new TransactionInProgressException(message, type, code, requestId, status),
            "IdempotentParameterMismatchException" => new IdempotentParameterMismatchException(message, type, code, requestId, status),
            "InternalServerError" or "InternalServerErrorException" =>
                new InternalServerErrorException(message, type, code, requestId, status),
            "LimitExceededException" => new LimitExceededException(message, type, code, requestId, status),
            "ReplicatedWriteConflictException" => new ReplicatedWriteConflictException(message, type, code, requestId, status),
            "InvalidEndpointException" => new InvalidEndpointException(message, type, code, requestId, status),
            "IndexNotFoundException" => new IndexNotFoundException(message, type, code, requestId, status),
            "TableNotFoundException" => new TableNotFoundException(message, type, code, requestId, status),
            "TableInUseException" => new TableInUseException(message, type, code, requestId, status),
            "TableAlreadyExistsException" => new TableAlreadyExistsException(message, type, code, requestId, status),
            "DuplicateItemException" => new DuplicateItemException(message, type, code, requestId, status),
            "PolicyNotFoundException" => new PolicyNotFoundException(message, type, code, requestId, status),
            _ => new AmazonDynamoDBException(message, type, code, requestId, status),
        };
    }
}
