namespace DynamoToolkit.Transport;

/// <summary>
/// The last attempt got no complete answer within the transport's time limit: <see cref="HttpTransportOptions.AttemptTimeout"/>,
/// or the <c>Timeout</c> of the AWS SDK's client.
/// </summary>
public sealed class TransportTimeoutException : TransportException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The error of the network stack.</param>
    public TransportTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
