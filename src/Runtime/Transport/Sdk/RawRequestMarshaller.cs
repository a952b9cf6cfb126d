using System.Buffers;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Transport.Sdk;

/// <summary>Passes a request whose body is already written to the SDK's pipeline.</summary>
internal sealed class RawRequestMarshaller(SdkCall call) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public SdkCall Call { get; } = call;

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        // The pipeline returns the stream's pooled buffer at the end, so it cannot borrow the caller's own bytes.
        var content = new PooledContentStream();
        content.BufferWriter.Write(Call.Request.Body.Span);
        return new DefaultRequest(input, "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            ContentStream = content,
            Headers =
            {
                ["X-Amz-Target"] = OperationNames.TargetOf(Call.Request.Operation),
                ["Content-Type"] = RequestSigner.ContentType,
            },
        };
    }
}
