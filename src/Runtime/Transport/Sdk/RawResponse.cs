using Amazon.Runtime;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>An unparsed response. Whoever takes its body disposes the body; otherwise, disposing the response does.</summary>
internal sealed class RawResponse : AmazonWebServiceResponse, IDisposable
{
    private readonly WireBuffer? body;

    public WireBuffer Body
    {
        get => body ?? throw new InvalidOperationException("The response was made without a body.");
        init => body = value;
    }

    public void Dispose() => body?.Dispose();
}
