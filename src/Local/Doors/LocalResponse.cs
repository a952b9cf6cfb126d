using DynamoToolkit.Local.Doors;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local;

/// <summary>A response of the engine, as the service would send it: a status and a JSON body.</summary>
public readonly record struct LocalResponse
{
    // Most callers in process never ask for the id, and its text would be a tenth of what a small request allocates.
    private readonly long requestNumber;

    internal LocalResponse(int statusCode, WireBuffer body)
    {
        StatusCode = statusCode;
        Body = body;
        requestNumber = Random.Shared.NextInt64();
    }

    /// <summary>The HTTP status: 200, or the status of the error in the body.</summary>
    public int StatusCode { get; }

    /// <summary>The UTF-8 JSON body. The caller disposes it.</summary>
    public WireBuffer Body { get; }

    /// <summary>The id of the request, for <c>x-amzn-RequestId</c>.</summary>
    public string RequestId => RequestIds.Of(requestNumber);

    /// <summary>Whether the request succeeded.</summary>
    public bool IsSuccess => StatusCode == 200;
}
