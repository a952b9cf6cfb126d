using Amazon.Runtime;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>A response that has not been parsed. Whoever takes its body disposes that; the response itself is disposed where nobody does.</summary>
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
