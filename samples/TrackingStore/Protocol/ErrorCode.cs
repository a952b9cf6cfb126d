namespace TrackingStore.Protocol;

/// <summary>The error codes of MLflow's REST API that this server answers with; the member's name is the wire name.</summary>
internal enum ErrorCode
{
    INTERNAL_ERROR,
    INVALID_STATE,
    NOT_IMPLEMENTED,
    TEMPORARILY_UNAVAILABLE,
    REQUEST_LIMIT_EXCEEDED,
    RESOURCE_CONFLICT,
    ENDPOINT_NOT_FOUND,
    RESOURCE_DOES_NOT_EXIST,
    PERMISSION_DENIED,
    UNAUTHENTICATED,
    BAD_REQUEST,
    INVALID_PARAMETER_VALUE,
    RESOURCE_ALREADY_EXISTS,
}
