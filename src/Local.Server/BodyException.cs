namespace DynamoToolkit.Local.Server;

/// <summary>The body of a request cannot be received.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="error">The error of the response; null for only a status.</param>
internal sealed class BodyException(int status, ProtocolError? error = null) : Exception
{
    /// <summary>The status of the response.</summary>
    public int Status { get; } = status;

    /// <summary>The error of the response; null for only a status.</summary>
    public ProtocolError? Error { get; } = error;

    /// <summary>The body cannot be decompressed. The service calls that an internal error.</summary>
    public static BodyException Undecodable() => new(
        500, new ProtocolError("InternalServerError", "The body is not what its Content-Encoding says, or it is not whole."));
}
