using DynamoToolkit.Wire;

namespace DynamoToolkit.Local;

/// <summary>A response of the engine, as the service would send it: a status and a JSON body.</summary>
/// <param name="StatusCode">The HTTP status: 200, or the status of the error in the body.</param>
/// <param name="RequestId">The id of the request, for <c>x-amzn-RequestId</c>.</param>
/// <param name="Body">The UTF-8 JSON body. The caller disposes it.</param>
public readonly record struct LocalResponse(int StatusCode, string RequestId, WireBuffer Body)
{
    /// <summary>Whether the request succeeded.</summary>
    public bool IsSuccess => StatusCode == 200;
}
