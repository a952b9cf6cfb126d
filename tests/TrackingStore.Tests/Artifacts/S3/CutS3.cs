using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket whose answers break off: files after some bytes, lists without a way to the rest.</summary>
/// <param name="bytes">How many bytes of a file come with an answer.</param>
internal sealed class CutS3(int bytes) : AmazonS3Client(RadosGateway.Credentials, new AmazonS3Config { ServiceURL = "http://127.0.0.1:1" })
{
    /// <summary>The length of every file.</summary>
    public const int Length = 5;

    /// <inheritdoc/>
    public override Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GetObjectResponse
        {
            ETag = "\"1\"",
            ContentLength = Length,
            ResponseStream = new MemoryStream(new byte[bytes]),
        });

    /// <inheritdoc/>
    public override Task<ListObjectsV2Response> ListObjectsV2Async(
        ListObjectsV2Request request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ListObjectsV2Response { IsTruncated = true });

    /// <inheritdoc/>
    public override Task<ListMultipartUploadsResponse> ListMultipartUploadsAsync(
        ListMultipartUploadsRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ListMultipartUploadsResponse { IsTruncated = true });
}
