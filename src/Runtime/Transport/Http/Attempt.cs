using DynamoToolkit.Transport.Retries;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Http;

/// <summary>How an attempt ended: with a body, or with an error that has not been thrown yet, because another may follow.</summary>
/// <param name="Body">The response's body; null after a failure.</param>
/// <param name="Error">What went wrong; null after a success.</param>
/// <param name="Kind">What the failure means for a next attempt.</param>
/// <param name="StatusCode">The response's HTTP status; 0 where none came.</param>
/// <param name="RequestId">The service's id of the request, read only when it is needed.</param>
internal readonly record struct Attempt(WireBuffer? Body, Exception? Error, FailureKind Kind, int StatusCode, string? RequestId)
{
    public static Attempt Success(WireBuffer body, int statusCode) => new(body, null, FailureKind.Permanent, statusCode, null);

    public static Attempt Failure(Exception error, FailureKind kind, int statusCode = 0, string? requestId = null) =>
        new(null, error, kind, statusCode, requestId);
}
