using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket that counts how often its keys are listed.</summary>
internal sealed class CountingS3(Uri endpoint) : AmazonS3Client(
    RadosGateway.Credentials,
    new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = "us-east-1" })
{
    /// <summary>How many lists were asked for.</summary>
    public int Lists { get; private set; }

    /// <inheritdoc/>
    public override Task<ListObjectsV2Response> ListObjectsV2Async(
        ListObjectsV2Request request, CancellationToken cancellationToken = default)
    {
        Lists++;
        return base.ListObjectsV2Async(request, cancellationToken);
    }
}
