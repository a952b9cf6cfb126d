using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TrackingStore.Artifacts.S3;

/// <summary>Asks for what S3 knows of an object, without its content.</summary>
internal static class S3Heads
{
    /// <summary>What S3 knows of an object; null if there is none, or no such bucket: the answer has no body that would tell.</summary>
    public static Task<GetObjectMetadataResponse?> FindAsync(
        S3Gateway gateway, string bucket, string key, CancellationToken cancellationToken) => gateway.ReadAsync(
        async (s3, ct) =>
        {
            try
            {
                return await s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = bucket, Key = key }, ct);
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        },
        S3Gateway.ShortLimit,
        cancellationToken);
}
