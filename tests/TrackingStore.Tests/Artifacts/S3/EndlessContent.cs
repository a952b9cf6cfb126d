using System.Net;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A body that announces its length, and is not sent.</summary>
internal sealed class EndlessContent(long length) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new InvalidOperationException("The server wants the body.");

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
