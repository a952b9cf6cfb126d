namespace TrackingStore.Protocol;

/// <summary>An error that the client sees, as <c>{"error_code": …, "message": …}</c>.</summary>
internal sealed class MlflowException(ErrorCode code, string message, int? status = null) : Exception(message)
{
    /// <summary>The error code of the body.</summary>
    public ErrorCode Code { get; } = code;

    /// <summary>The HTTP status of the response.</summary>
    public int Status { get; } = status ?? code.ToStatus();

    /// <summary>How long the client is to wait before it tries again; null if it need not try.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The request holds something that the API does not take.</summary>
    public static MlflowException Invalid(string message) => new(ErrorCode.INVALID_PARAMETER_VALUE, message);

    /// <summary>What the request names is not there.</summary>
    public static MlflowException Missing(string message) => new(ErrorCode.RESOURCE_DOES_NOT_EXIST, message);

    /// <summary>What the request would create is there already.</summary>
    public static MlflowException Exists(string message) => new(ErrorCode.RESOURCE_ALREADY_EXISTS, message);

    /// <summary>The server cannot do it now.</summary>
    public static MlflowException Unavailable(string message, TimeSpan retryAfter) =>
        new(ErrorCode.TEMPORARILY_UNAVAILABLE, message) { RetryAfter = retryAfter };

    /// <summary>The server is busy.</summary>
    public static MlflowException Busy(string message, TimeSpan retryAfter) =>
        new(ErrorCode.REQUEST_LIMIT_EXCEEDED, message) { RetryAfter = retryAfter };
}
