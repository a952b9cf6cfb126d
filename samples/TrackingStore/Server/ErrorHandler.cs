using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using TrackingStore.Errors;
using TrackingStore.Protocol;
using TrackingStore.Protocol.Replies;

namespace TrackingStore.Server;

/// <summary>
/// Answers every error with MLflow's error body. The client learns what it did wrong; what broke here goes to the log alone.
/// </summary>
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
        StatusCodes.Status404NotFound => Reply.WriteErrorAsync(
            context, ErrorCode.ENDPOINT_NOT_FOUND, $"No API found for '{context.Request.Path}'"),
        StatusCodes.Status405MethodNotAllowed => Reply.WriteErrorAsync(
            context,
            ErrorCode.BAD_REQUEST,
            $"The method {context.Request.Method} is not allowed for '{context.Request.Path}'",
            StatusCodes.Status405MethodNotAllowed),
        _ => Task.CompletedTask,
    };

    private Task AnswerAsync(HttpContext context, Exception error)
    {
        var answer = Explain(error, context.Request.Path);
        return Reply.WriteErrorAsync(context, answer.Code, answer.Message, answer.Status);
    }

    private MlflowException Explain(Exception error, PathString path)
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
                logger.LogWarning(error, "DynamoDB throttles {Path}", path);
                return new MlflowException(ErrorCode.REQUEST_LIMIT_EXCEEDED, "The store is busy. Please try again.");
            case TransactionConflictException or TransactionCanceledException or TransactionInProgressException:
                logger.LogWarning(error, "Conflicting writes at {Path}", path);
                return new MlflowException(ErrorCode.TEMPORARILY_UNAVAILABLE, "Others are writing the same. Please try again.");
            case TransportException or InternalServerErrorException
                or AmazonDynamoDBException { StatusCode: >= HttpStatusCode.InternalServerError }:
                logger.LogError(error, "DynamoDB did not answer {Path}", path);
                return new MlflowException(ErrorCode.TEMPORARILY_UNAVAILABLE, "The store does not answer. Please try again.");

            // What is wrong here.
            default:
                logger.LogError(error, "Unexpected error at {Path}", path);
                return new MlflowException(ErrorCode.INTERNAL_ERROR, "An internal error occurred. The server's log has the details.");
        }
    }
}
