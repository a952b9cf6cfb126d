using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket of which no content may be read.</summary>
internal sealed class WithoutContentS3(Uri endpoint) : AmazonS3Client(
    RadosGateway.Credentials,
    new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = "us-east-1" })
{
    /// <inheritdoc/>
    public override Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The content is read.");
}
