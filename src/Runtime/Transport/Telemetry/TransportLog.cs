using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>The transports' log lines. They contain no values of items and no error messages, which may quote such values.</summary>
internal static partial class TransportLog
{
    public static ILogger For(ILoggerFactory? factory) => factory?.CreateLogger(DynamoTelemetry.Name) ?? NullLogger.Instance;

    [LoggerMessage(
        1, LogLevel.Debug, "{Operation} on {Table} failed with {Error} (request {RequestId}); attempt {Attempt} follows in {Delay} ms.")]
    public static partial void Retrying(
        ILogger logger, DynamoOperation operation, string? table, string error, string? requestId, int attempt, double delay);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} on {Table} failed with {Error} (request {RequestId}) after {Attempts} attempts.")]
    public static partial void GaveUp(
        ILogger logger, DynamoOperation operation, string? table, string error, string? requestId, int attempts);

    [LoggerMessage(
        3, LogLevel.Warning, "The clock differs from the service's, and has been corrected for signatures; {Operation} is sent again.")]
    public static partial void CorrectedClock(ILogger logger, DynamoOperation operation);

    [LoggerMessage(4, LogLevel.Debug, "{Operation} on {Table} failed with {Error} (request {RequestId}); attempt {Attempt} begins.")]
    public static partial void Repeating(
        ILogger logger, DynamoOperation operation, string? table, string error, string? requestId, int attempt);

    [LoggerMessage(5, LogLevel.Warning, "{Operation} on {Table} failed with {Error} (request {RequestId}) after its client's attempts.")]
    public static partial void ClientGaveUp(ILogger logger, DynamoOperation operation, string? table, string error, string? requestId);

    [LoggerMessage(
        6,
        LogLevel.Error,
        "A listener to the traces or measurements of {Operation} on {Table} threw an exception; the call continues without it.")]
    public static partial void ListenerFailed(ILogger logger, Exception exception, DynamoOperation operation, string? table);
}
