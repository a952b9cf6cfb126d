using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>
/// A bucket whose answer to the first attempt to complete an upload is lost. The second one comes while that goes on, and Ceph's gateway
/// often answers it with an internal error.
/// </summary>
internal sealed class RepeatingS3(Uri endpoint) : AmazonS3Client(
    RadosGateway.Credentials,
    new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 })
{
    /// <inheritdoc/>
    public override async Task<CompleteMultipartUploadResponse> CompleteMultipartUploadAsync(
        CompleteMultipartUploadRequest request, CancellationToken cancellationToken = default)
    {
        var (first, second) = (AttemptAsync(), AttemptAsync());
        // Whoever does not make the file fails. The second one counts: the other's answer is lost.
        await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await second;

        Task<CompleteMultipartUploadResponse> AttemptAsync() => base.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = request.BucketName,
                Key = request.Key,
                UploadId = request.UploadId,
                PartETags = request.PartETags,
            },
            cancellationToken);
    }
}
