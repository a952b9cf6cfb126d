using Amazon.Runtime;

namespace DynamoToolkit.Transport;

/// <summary>
/// No usable answer of the service came back: the connection failed or broke, or the answer was damaged, each time that it was tried.
/// Whether the last attempt had an effect is unknown, as with every remote call that ends without an answer.
/// </summary>
public class TransportException : AmazonClientException
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What the network stack said.</param>
    public TransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that was called.</summary>
    public DynamoOperation Operation { get; init; }

    /// <summary>How many times the request was sent; 1 where the transport does not know, because the sending is a client's business.</summary>
    public int Attempts { get; internal set; } = 1;
}
