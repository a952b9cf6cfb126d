namespace TrackingStore.Protocol;

/// <summary>MLflow's table from error code to HTTP status.</summary>
internal static class ErrorCodes
{
    /// <summary>The HTTP status that goes with an error code.</summary>
    public static int ToStatus(this ErrorCode code) => code switch
    {
        ErrorCode.BAD_REQUEST or ErrorCode.INVALID_PARAMETER_VALUE => StatusCodes.Status400BadRequest,
        // MLflow keeps 409 for other conflicts; an existing name is a 400.
        ErrorCode.RESOURCE_ALREADY_EXISTS => StatusCodes.Status400BadRequest,
        // MLflow has a 500, which its clients repeat for minutes.
        ErrorCode.INVALID_STATE => StatusCodes.Status400BadRequest,
        ErrorCode.ENDPOINT_NOT_FOUND or ErrorCode.RESOURCE_DOES_NOT_EXIST => StatusCodes.Status404NotFound,
        ErrorCode.UNAUTHENTICATED => StatusCodes.Status401Unauthorized,
        ErrorCode.PERMISSION_DENIED => StatusCodes.Status403Forbidden,
        ErrorCode.RESOURCE_CONFLICT => StatusCodes.Status409Conflict,
        ErrorCode.REQUEST_LIMIT_EXCEEDED => StatusCodes.Status429TooManyRequests,
        ErrorCode.NOT_IMPLEMENTED => StatusCodes.Status501NotImplemented,
        ErrorCode.TEMPORARILY_UNAVAILABLE => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
