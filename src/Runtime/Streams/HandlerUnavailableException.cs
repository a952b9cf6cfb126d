namespace DynamoToolkit.Streams;

/// <summary>
/// Thrown by a handler if something that it needs does not work at the moment, and no item is to blame. The change is tried again until it
/// succeeds, and its shard waits, whatever <see cref="IChangeHandler{T}.OnFailure"/> says: an outage parks no items.
/// </summary>
public sealed class HandlerUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What does not work.</param>
    public HandlerUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What does not work.</param>
    /// <param name="innerException">How that showed.</param>
    public HandlerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
