namespace DynamoToolkit.Transport;

/// <summary>The service did not answer in <see cref="HttpTransportOptions.AttemptTimeout"/>, the last time that it was tried.</summary>
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
