using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using DynamoToolkit.Transport.Errors;

namespace DynamoToolkit.Transport.Retries;

/// <summary>Decides which failures to retry, as the AWS SDKs' standard retry mode does ("Retry behavior", AWS SDKs and Tools).</summary>
internal static class Failures
{
    public static FailureKind Classify(int statusCode, string? errorCode) => errorCode switch
    {
        "ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded" or "RequestLimitExceededException"
            or "Throttling" or "ThrottledException" or "RequestThrottledException" or "RequestThrottled" or "TooManyRequestsException"
            or "TransactionInProgressException"
            or "BandwidthLimitExceeded" or "LimitExceededException" or "SlowDown" or "PriorRequestNotComplete" => FailureKind.Throttle,
        "ReplicatedWriteConflictException" => FailureKind.Transient,
        "RequestTimeout" or "RequestTimeoutException" => FailureKind.Timeout,
        _ => statusCode is 500 or 502 or 503 or 504 ? FailureKind.Transient
            : statusCode == 429 ? FailureKind.Throttle
            : FailureKind.Permanent,
    };

    /// <summary>Whether the error that ended a call is worth a retry, so that the call was retried before, or no retry was left.</summary>
    public static bool IsPassing(Exception thrown) => thrown switch
    {
        TransportException => true,
        AmazonServiceException service => Classify((int)service.StatusCode, service.ErrorCode) != FailureKind.Permanent,
        _ => false,
    };

    /// <summary>Whether an error means, certainly or possibly, that the request's signature has the wrong time.</summary>
    public static ClockComplaint ComplaintOf(ErrorBody error) => error.Code switch
    {
        "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => ClockComplaint.Certain,
        "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure" => ClockComplaint.Possible,
        _ => ClockComplaint.None,
    };

    /// <summary>
    /// A failure of the network below HTTP. An untrusted certificate is permanent: it will not be trusted the next time either.
    /// </summary>
    public static FailureKind Classify(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: AuthenticationException } => FailureKind.Permanent,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError } =>
            FailureKind.Permanent,
        // .NET reports a connection that takes too long as a cancellation that nobody asked for.
        InvalidDataException or OperationCanceledException => FailureKind.Transient,
        _ => IsOfNetwork(exception) ? FailureKind.Transient : FailureKind.Permanent,
    };

    /// <summary>
    /// Whether an exception is a failure of the network below HTTP. .NET's client does not wrap the error of a socket whose other end is
    /// gone before the connection is in use.
    /// </summary>
    public static bool IsOfNetwork(Exception exception) => exception is HttpRequestException or IOException or SocketException;

    /// <summary>
    /// What a failure of the network below HTTP is. The one of a connection that takes too long is within a cancellation, whose message
    /// says only that somebody cancelled.
    /// </summary>
    public static string ReasonOf(Exception exception) =>
        (exception is OperationCanceledException { InnerException: { } cause } ? cause : exception).Message;
}
