namespace TrackingStore.History;

/// <summary>Stored history is not what the server writes: it was cut, changed, or written by a newer version.</summary>
internal sealed class DamagedHistoryException(string message, Exception? innerException = null) : Exception(message, innerException);
