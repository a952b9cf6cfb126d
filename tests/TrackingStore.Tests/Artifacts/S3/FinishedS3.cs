using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Tests.Support;

namespace TrackingStore.Tests.Artifacts.S3;

/// <summary>A bucket in which all uploads have ended. Its files may not be read.</summary>
/// <param name="tag">The tag of each file; null if there are none.</param>
/// <param name="status">The status of the answer to an upload that is completed again.</param>
/// <param name="code">Its error.</param>
internal sealed class FinishedS3(string? tag, HttpStatusCode status = HttpStatusCode.NotFound, string code = "NoSuchUpload")
    : AmazonS3Client(RadosGateway.Credentials, new AmazonS3Config { ServiceURL = "http://127.0.0.1:1" })
{
    /// <inheritdoc/>
    public override Task<CompleteMultipartUploadResponse> CompleteMultipartUploadAsync(
        CompleteMultipartUploadRequest request, CancellationToken cancellationToken = default) => throw Error(code, status);

    /// <inheritdoc/>
    public override Task<GetObjectMetadataResponse> GetObjectMetadataAsync(
        GetObjectMetadataRequest request, CancellationToken cancellationToken = default) =>
        tag is null ? throw Error("NotFound", HttpStatusCode.NotFound) : Task.FromResult(new GetObjectMetadataResponse { ETag = tag });

    /// <inheritdoc/>
    public override Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The content is read.");

    private static AmazonS3Exception Error(string code, HttpStatusCode status) => new("No.", ErrorType.Sender, code, "1", status);
}
