using Amazon.S3;
using Amazon.S3.Model;
using Scheme = Amazon.S3.Protocol;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// Signs addresses at which clients put parts of files and get files, for some time and without credentials of their own.
/// </summary>
internal sealed class S3Signing(IAmazonS3 client, string bucket, TimeProvider time)
{
    private static readonly TimeSpan LifeOfUploads = TimeSpan.FromHours(1);

    // As MLflow's server. Its client asks for another one when a piece fails.
    private static readonly TimeSpan LifeOfDownloads = TimeSpan.FromMinutes(5);

    /// <summary>The address of a part of an upload.</summary>
    public Task<string> SignPartAsync(string key, string uploadId, int part)
    {
        var request = Of(key, HttpVerb.PUT, LifeOfUploads);
        (request.UploadId, request.PartNumber) = (uploadId, part);
        return client.GetPreSignedURLAsync(request);
    }

    /// <summary>The address of a file, which a browser keeps and does not show.</summary>
    public Task<string> SignDownloadAsync(string key, string name)
    {
        var request = Of(key, HttpVerb.GET, LifeOfDownloads);
        request.ResponseHeaderOverrides.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        return client.GetPreSignedURLAsync(request);
    }

    private GetPreSignedUrlRequest Of(string key, HttpVerb verb, TimeSpan life) => new()
    {
        BucketName = bucket,
        Key = key,
        Verb = verb,
        Protocol = client.Config.ServiceURL?.StartsWith("http:", StringComparison.Ordinal) == true ? Scheme.HTTP : Scheme.HTTPS,
        Expires = (time.GetUtcNow() + life).UtcDateTime,
    };
}
