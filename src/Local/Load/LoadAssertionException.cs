namespace DynamoToolkit.Local;

/// <summary>A simulated load was throttled although it should not be, or the reverse.</summary>
/// <param name="message">The message, which names the hottest key.</param>
public sealed class LoadAssertionException(string message) : Exception(message);
