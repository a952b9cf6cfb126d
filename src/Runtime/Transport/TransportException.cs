using Amazon.Runtime;

namespace DynamoToolkit.Transport;

/// <summary>
/// No attempt got a usable answer from the service: the connection failed or broke, or the answer was damaged.
/// Whether the last attempt had an effect is unknown, as for every remote call without an answer.
/// </summary>
public class TransportException : AmazonClientException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The error of the network stack.</param>
    public TransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that was called.</summary>
    public DynamoOperation Operation { get; init; }

    /// <summary>The number of times that the request was sent; 1 if the transport does not know because a client sends it.</summary>
    public int Attempts { get; internal set; } = 1;
}
