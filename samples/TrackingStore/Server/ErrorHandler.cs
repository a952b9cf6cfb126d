using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using TrackingStore.Protocol;

namespace TrackingStore.Server;

/// <summary>Answers every error with MLflow's error body. What the client did wrong is told; what broke here is only logged.</summary>
internal sealed class ErrorHandler(ILogger<ErrorHandler> logger)
{
    private const int ClientClosedRequest = 499;

    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted) await ExplainAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await AnswerAsync(context, e);
        }
    }

    private static Task ExplainAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Reply.WriteErrorAsync(context, ErrorCode.ENDPOINT_NOT_FOUND, $"No API found for '{context.Request.Path}'"),
        StatusCodes.Status405MethodNotAllowed => Reply.WriteErrorAsync(
            context, ErrorCode.BAD_REQUEST, $"The method {context.Request.Method} is not allowed for '{context.Request.Path}'", StatusCodes.Status405MethodNotAllowed),
        _ => Task.CompletedTask,
    };

    private Task AnswerAsync(HttpContext context, Exception error)
    {
        switch (error)
        {
            case MlflowException e:
                return Reply.WriteErrorAsync(context, e.Code, e.Message, e.Status);
            case BadHttpRequestException e:
                return Reply.WriteErrorAsync(context, ErrorCode.BAD_REQUEST, e.Message, e.StatusCode);
            case BatchWriteException { InnerException: { } cause }:
                return AnswerAsync(context, cause);
            case PageTokenException:
                return Reply.WriteErrorAsync(context, ErrorCode.INVALID_PARAMETER_VALUE, "Invalid page token, could not be decoded.");
            case BatchWriteException or ProvisionedThroughputExceededException or RequestLimitExceededException or AmazonDynamoDBException { ErrorCode: "ThrottlingException" }:
                logger.LogWarning(error, "DynamoDB throttles {Path}", context.Request.Path);
                return Reply.WriteErrorAsync(context, ErrorCode.REQUEST_LIMIT_EXCEEDED, "The store is busy. Please try again.");
            case TransactionConflictException or TransactionCanceledException or TransactionInProgressException:
                logger.LogWarning(error, "Conflicting writes at {Path}", context.Request.Path);
                return Reply.WriteErrorAsync(context, ErrorCode.TEMPORARILY_UNAVAILABLE, "Others are writing the same. Please try again.");
            // Found before sending. That an update makes an item too large, only the service could find; all that updates set here is short.
            case ItemTooLargeException:
                return Reply.WriteErrorAsync(context, ErrorCode.INVALID_PARAMETER_VALUE, "A value is too large: the store keeps up to 400 KB in one item.");
            case InvalidAttributeValueException e:
                return Reply.WriteErrorAsync(context, ErrorCode.INVALID_PARAMETER_VALUE, $"The store cannot keep a value of the request. {e.Message}");
            case TransportException or InternalServerErrorException or AmazonDynamoDBException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError }:
                logger.LogError(error, "DynamoDB did not answer {Path}", context.Request.Path);
                return Reply.WriteErrorAsync(context, ErrorCode.TEMPORARILY_UNAVAILABLE, "The store does not answer. Please try again.");
            default:
                logger.LogError(error, "Unexpected error at {Path}", context.Request.Path);
                return Reply.WriteErrorAsync(context, ErrorCode.INTERNAL_ERROR, "An internal error occurred. The server's log has the details.");
        }
    }
}
