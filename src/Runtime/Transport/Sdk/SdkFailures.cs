using System.Net;
using Amazon.Runtime;
using DynamoToolkit.Transport.Retries;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Translates failures below the service to the same exception types for every transport.</summary>
internal static class SdkFailures
{
    /// <summary>The exception to throw instead of one from an SDK client; null if the original is right.</summary>
    public static Exception? Translate(Exception exception, DynamoOperation operation, CancellationToken cancellationToken)
    {
        if (exception is AmazonServiceException and not AmazonUnmarshallingException { StatusCode: HttpStatusCode.OK })
            return null;
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException(cancellationToken);

        return exception switch
        {
            OperationCanceledException or TimeoutException =>
                new TransportTimeoutException($"{operation} got no answer in time.", exception) { Operation = operation },
            AmazonUnmarshallingException =>
                new TransportException($"{operation} got no answer: the response could not be read.", exception) { Operation = operation },
            _ when Failures.IsOfNetwork(exception) =>
                new TransportException($"{operation} got no answer: {exception.Message}", exception) { Operation = operation },
            _ => null,
        };
    }
}
