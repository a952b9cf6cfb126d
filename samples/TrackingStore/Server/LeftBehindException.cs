namespace TrackingStore.Server;

/// <summary>A command failed, and something of what it made is left. The message says what.</summary>
internal sealed class LeftBehindException(string message, Exception innerException) : IOException(message, innerException);
