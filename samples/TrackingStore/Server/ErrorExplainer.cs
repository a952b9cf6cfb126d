using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Wire;
using TrackingStore.Availability;
using TrackingStore.Errors;
using TrackingStore.Protocol;

namespace TrackingStore.Server;

/// <summary>Finds the answer to whatever goes wrong below the endpoints.</summary>
internal sealed class ErrorExplainer(GuardedTransport transport, TimeProvider time, ILogger<ErrorExplainer> logger)
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);
    private readonly OncePerMinute throttled = new(time);
    private readonly OncePerMinute conflicting = new(time);

    /// <summary>The answer to an error. What is wrong here goes to the log: once for an outage, once a minute for a busy store.</summary>
    /// <param name="error">The error.</param>
    /// <param name="path">The path of the request.</param>
    public MlflowException Explain(Exception error, PathString path)
    {
        switch (error)
        {
            // What the client did wrong.
            case MlflowException e:
                return e;
            case TrackingException e:
                return StoreErrors.Explain(e.Error);
            case BadHttpRequestException e:
                return new MlflowException(ErrorCode.BAD_REQUEST, e.Message, e.StatusCode);
            case PageTokenException:
                return StoreErrors.Explain(new TrackingError.PageTokenUnknown());
            // Found before sending. Only the service could find that an update makes an item too large; all that updates set here is short.
            case ItemTooLargeException:
                return MlflowException.Invalid("A value is too large: the store keeps up to 400 KB in one item.");
            case InvalidAttributeValueException e:
                return MlflowException.Invalid($"The store cannot keep a value of the request. {e.Message}");

            // What the store could not do now.
            case BatchWriteException { InnerException: { } cause }:
                return Explain(cause, path);
            case BatchWriteException or ProvisionedThroughputExceededException or RequestLimitExceededException
                or AmazonDynamoDBException { ErrorCode: "ThrottlingException" }:
                if (throttled.IsDue()) logger.LogWarning("DynamoDB throttles, now at {Path}: {Reason}", path, error.Message);
                return MlflowException.Busy("The store is busy. Please try again.", ShortWait);
            case TransactionConflictException or TransactionCanceledException or TransactionInProgressException:
                if (conflicting.IsDue()) logger.LogWarning("Writes conflict, now at {Path}: {Reason}", path, error.Message);
                return MlflowException.Unavailable("Others are writing the same. Please try again.", ShortWait);
            case var e when GuardedTransport.IsOutage(e):
                return MlflowException.Unavailable("The store does not answer. Please try again.", transport.RetryAfter);

            // What is wrong here.
            default:
                logger.LogError(error, "Unexpected error at {Path}", path);
                return new MlflowException(ErrorCode.INTERNAL_ERROR, "An internal error occurred. The server's log has the details.");
        }
    }
}
