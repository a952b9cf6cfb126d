using System.Net;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Gives failures below the service the same types, whichever transport they happen in.</summary>
internal static class SdkFailures
{
    /// <summary>The exception to throw in place of one that came out of an SDK client; null where that one is right.</summary>
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
            HttpRequestException or IOException =>
                new TransportException($"{operation} got no answer: {exception.Message}", exception) { Operation = operation },
            _ => null,
        };
    }
}
