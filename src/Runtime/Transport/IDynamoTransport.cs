using Amazon.DynamoDBv2;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport;

/// <summary>
/// The only seam between the library and the server: it takes a request's bytes and returns a response's bytes.
/// There are implementations over HTTPS, over the AWS SDK's pipeline, and in the embedded engine, without a socket.
/// Implementations must be safe for concurrent use.
/// </summary>
public interface IDynamoTransport : IDisposable
{
    /// <summary>Sends one request, with the transport's own retries, and returns the body of the successful response.</summary>
    /// <param name="request">The operation and its JSON body.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The UTF-8 JSON body of the response. The caller disposes it.</returns>
    /// <exception cref="AmazonDynamoDBException">The service returned an error. The exception is of its most derived type.</exception>
    ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken);
}
