using Amazon.Runtime;
using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>The attempts of one call through the SDK's pipeline, as <see cref="AttemptHandler"/> reports them.</summary>
internal sealed class SdkCall(DynamoRequest request, CallScope scope, ILogger logger)
{
    private Exception? lastFailure;

    public DynamoRequest Request { get; } = request;

    /// <summary>The number of times that the request has been sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The address of the server; null before the first attempt.</summary>
    public Uri? Server { get; private set; }

    public void BeginAttempt(Uri? server)
    {
        Attempts++;
        Server = server;
        if (lastFailure is null)
            return;

        var errorType = CallScope.ErrorTypeOf(lastFailure);
        scope.Retrying(errorType, server);
        TransportLog.Repeating(
            logger, Request.Operation, Request.TableName, errorType, (lastFailure as AmazonServiceException)?.RequestId, Attempts);
    }

    /// <summary>Logs the call's failure, unless the caller normally handles it, such as a failed condition.</summary>
    public void GiveUp(Exception thrown)
    {
        if (thrown is TransportException transport)
            transport.Attempts = Math.Max(1, Attempts);
        if (Failures.IsPassing(thrown))
        {
            TransportLog.GaveUp(
                logger,
                Request.Operation,
                Request.TableName,
                CallScope.ErrorTypeOf(thrown),
                (thrown as AmazonServiceException)?.RequestId,
                Attempts);
        }
    }

    public void FailAttempt(Exception exception) =>
        lastFailure = SdkFailures.Translate(exception, Request.Operation, CancellationToken.None) ?? exception;
}
