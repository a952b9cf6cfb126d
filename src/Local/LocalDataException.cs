namespace DynamoToolkit.Local;

/// <summary>The folder's data cannot be used: it is damaged, or another process has it open.</summary>
/// <param name="message">What is wrong, with the file and the place in it.</param>
/// <param name="innerException">The reason, if there is one.</param>
public sealed class LocalDataException(string message, Exception? innerException = null) : IOException(message, innerException);
