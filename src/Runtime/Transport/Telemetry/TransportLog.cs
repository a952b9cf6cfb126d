using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport.Telemetry;

/// <summary>The transport's log lines. None carries a value of an item, nor an error's message, which may quote one.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} on {Table} failed with {Error} (request {RequestId}); attempt {Attempt} follows in {Delay} ms.")]
    public static partial void Retrying(ILogger logger, DynamoOperation operation, string? table, string error, string? requestId, int attempt, double delay);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} on {Table} failed with {Error} (request {RequestId}) after {Attempts} attempts.")]
    public static partial void GaveUp(ILogger logger, DynamoOperation operation, string? table, string error, string? requestId, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "The clock differs from the service's, and has been corrected for signatures; {Operation} is sent again.")]
    public static partial void CorrectedClock(ILogger logger, DynamoOperation operation);
}
