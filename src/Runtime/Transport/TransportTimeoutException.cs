namespace DynamoToolkit.Transport;

/// <summary>
/// No whole answer came in the time that the transport has for one, the last time that it was tried: <see cref="HttpTransportOptions.AttemptTimeout"/>,
/// or the <c>Timeout</c> of the AWS SDK's client.
/// </summary>
public sealed class TransportTimeoutException : TransportException
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What the network stack said.</param>
    public TransportTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
