namespace DynamoToolkit.Local;

/// <summary>An injected fault dropped the connection. A client over HTTP finds its connection broken.</summary>
/// <param name="message">Whether the request was done.</param>
public sealed class DroppedConnectionException(string message) : IOException(message);
