using Amazon.Runtime;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>A response that has not been parsed.</summary>
internal sealed class RawResponse : AmazonWebServiceResponse
{
    private readonly WireBuffer? body;

    public WireBuffer Body
    {
        get => body ?? throw new InvalidOperationException("The response was made without a body.");
        init => body = value;
    }
}
