using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>Uploads whose parts a client sends to S3 itself, to addresses that are signed for an hour.</summary>
internal sealed class S3MultipartUploads(S3Signing signing, S3Uploads uploads, Func<ArtifactPath, string> keyOf) : IMultipartUploads
{
    /// <inheritdoc/>
    public async Task<StartedUpload> BeginAsync(ArtifactPath path, int parts, CancellationToken cancellationToken)
    {
        var key = keyOf(path);
        var experiment = path.Text.Split('/')[0];
        await uploads.RequireRoomAsync(keyOf(ArtifactPath.Parse(experiment)) + '/', experiment, cancellationToken);
        return await uploads.BeginAsync(
            key,
            async id =>
            {
                var urls = new List<string>(parts);
                for (var part = 1; part <= parts; part++) urls.Add(await signing.SignPartAsync(key, id, part));
                // The client may have left: it would never know the upload.
                cancellationToken.ThrowIfCancellationRequested();
                return new StartedUpload(id, urls);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CompleteAsync(
        ArtifactPath path, string uploadId, IReadOnlyList<UploadedPart> parts, CancellationToken cancellationToken)
    {
        try
        {
            await uploads.CompleteAsync(
                keyOf(path), uploadId, [.. parts.Select(part => new PartETag(part.Number, part.ETag))], cancellationToken);
        }
        catch (AmazonS3Exception e)
        {
            // What is left here is the client's: an upload that does not exist, or other parts than were put.
            throw new TrackingException(new UploadRefused(path.Text, e.Message));
        }
    }

    /// <inheritdoc/>
    public Task AbortAsync(ArtifactPath path, string uploadId, CancellationToken cancellationToken) =>
        uploads.AbortAsync(keyOf(path), uploadId, cancellationToken);
}
