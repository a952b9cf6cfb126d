using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket whose client leaves when an upload has begun, and before the answer arrives.</summary>
internal sealed class LeavingS3(Uri endpoint, CancellationTokenSource leaving) : AmazonS3Client(
    RadosGateway.Credentials,
    new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = "us-east-1" })
{
    /// <summary>How many uploads have begun.</summary>
    public int Begun { get; private set; }

    /// <inheritdoc/>
    public override async Task<InitiateMultipartUploadResponse> InitiateMultipartUploadAsync(
        InitiateMultipartUploadRequest request, CancellationToken cancellationToken = default)
    {
        var answer = await base.InitiateMultipartUploadAsync(request, CancellationToken.None);
        Begun++;
        await leaving.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }
}
