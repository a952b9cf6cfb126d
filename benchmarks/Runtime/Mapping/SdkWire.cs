using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>The AWS SDK's own marshalling, without the pipeline around it.</summary>
internal static class SdkWire
{
    public static int Marshall(PutItemRequest request, Stream? copy) =>
        Release(PutItemRequestMarshaller.Instance.Marshall(request), copy);

    public static int Marshall(BatchWriteItemRequest request, Stream? copy) =>
        Release(BatchWriteItemRequestMarshaller.Instance.Marshall(request), copy);

    public static Dictionary<string, AttributeValue> UnmarshallItem(byte[] body)
    {
        using var context = Context(body);
        return ((GetItemResponse)GetItemResponseUnmarshaller.Instance.Unmarshall(context)).Item;
    }

    public static List<Dictionary<string, AttributeValue>> UnmarshallItems(byte[] body)
    {
        using var context = Context(body);
        return ((QueryResponse)QueryResponseUnmarshaller.Instance.Unmarshall(context)).Items;
    }

    private static JsonUnmarshallerContext Context(byte[] body) => new(new MemoryStream(body, writable: false), false, null, false);

    /// <summary>The SDK disposes the content after sending; that gives its buffer back to the pool.</summary>
    private static int Release(IRequest request, Stream? copy)
    {
        using var content = request.ContentStream;
        var length = (int)content.Length;
        if (copy is not null)
            content.CopyTo(copy);

        return length;
    }
}
