using Amazon.DynamoDBv2;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport;

/// <summary>
/// The one seam between the library and whatever answers: a request's bytes go out, a response's bytes come back.
/// Implemented over HTTPS for the service, over the AWS SDK's pipeline, and by the embedded engine without a socket.
/// Implementations are safe for concurrent use.
/// </summary>
public interface IDynamoTransport : IDisposable
{
    /// <summary>Sends one request, with the transport's own retries, and returns the body of the successful response.</summary>
    /// <param name="request">The operation and its JSON body.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The UTF-8 JSON body of the response. The caller disposes it.</returns>
    /// <exception cref="AmazonDynamoDBException">The service's own error, as its most derived type.</exception>
    ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken);
}
