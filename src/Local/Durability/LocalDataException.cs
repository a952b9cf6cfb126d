namespace DynamoToolkit.Local;

/// <summary>A data folder cannot be used: it is damaged, or another process or engine has it open.</summary>
/// <param name="message">The problem, with the file and the offset.</param>
/// <param name="innerException">The cause, if there is one.</param>
public sealed class LocalDataException(string message, Exception? innerException = null) : IOException(message, innerException);
