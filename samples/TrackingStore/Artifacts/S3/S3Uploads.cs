using System.Xml;
using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// Writes objects with bounded memory: a part of a file at a time. What does not fit into one part becomes an upload in parts.
/// </summary>
internal sealed class S3Uploads(S3Gateway gateway, string bucket, S3Limits limits, UploadMemory memory)
{
    private static readonly TimeSpan AbortLimit = TimeSpan.FromSeconds(5);

    /// <summary>Writes an object; readers see the old one or the whole new one.</summary>
    public async Task WriteAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        using var part = new PartBuffer(memory);
        await part.FillAsync(limits.PartSize, content, cancellationToken);
        if (part.Length < limits.PartSize) await PutAsync(key, part, cancellationToken);
        else await WritePartsAsync(key, part, content, cancellationToken);
        part.Release();
    }

    /// <summary>Makes an object of the parts of an upload. Doing it again with the same parts succeeds.</summary>
    /// <exception cref="AmazonS3Exception">S3 refuses the parts, or there is no such upload.</exception>
    public async Task CompleteAsync(string key, string uploadId, IReadOnlyList<PartETag> parts, CancellationToken cancellationToken)
    {
        var request = new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId, PartETags = [.. parts] };
        try
        {
            await gateway.WriteAsync((s3, ct) => CompleteAsync(s3, request, parts, ct), S3Gateway.LongLimit, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchUpload")
        {
            if (!await IsThereAsync(key, parts, cancellationToken)) throw;
        }
    }

    /// <summary>Forgets an upload; succeeds if there is none.</summary>
    public async Task AbortAsync(string key, string uploadId, CancellationToken cancellationToken)
    {
        var request = new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId };
        try
        {
            await gateway.WriteAsync((s3, ct) => s3.AbortMultipartUploadAsync(request, ct), S3Gateway.ShortLimit, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchUpload")
        {
            // It has ended, one way or the other.
        }
    }

    /// <summary>Begins an upload in parts, and goes on with it. If that fails, the upload is forgotten.</summary>
    /// <param name="key">The key.</param>
    /// <param name="goOn">Goes on with the upload, by its id.</param>
    /// <param name="cancellationToken">Keeps it from beginning.</param>
    public async Task<T> BeginAsync<T>(string key, Func<string, Task<T>> goOn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key };
        // Also if the client leaves meanwhile: the answer has the id by which the upload is forgotten.
        var id = (await gateway.WriteAsync(
            (s3, ct) => s3.InitiateMultipartUploadAsync(request, ct), S3Gateway.ShortLimit, CancellationToken.None)).UploadId;
        try
        {
            return await goOn(id);
        }
        catch (AmazonS3Exception)
        {
            // A rule of the bucket has ended the upload, or the answer was lost and nothing tells whether the object is there.
            await TryAbortAsync(key, id);
            throw gateway.Unavailable();
        }
        catch
        {
            await TryAbortAsync(key, id);
            throw;
        }
    }

    /// <summary>Refuses another upload where many are open: their parts take space that nobody sees.</summary>
    /// <param name="prefix">What the keys of the folder begin with.</param>
    /// <param name="folder">The folder, as the error names it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task RequireRoomAsync(string prefix, string folder, CancellationToken cancellationToken)
    {
        var request = new ListMultipartUploadsRequest
        {
            BucketName = bucket,
            Prefix = prefix,
            MaxUploads = limits.MaxOpenUploads,
            // Only their number counts, and a key may be one that XML cannot have.
            Encoding = EncodingType.Url,
        };
        var open = await gateway.ReadAsync((s3, ct) => s3.ListMultipartUploadsAsync(request, ct), S3Gateway.ShortLimit, cancellationToken);
        if (open.MultipartUploads?.Count >= limits.MaxOpenUploads)
            throw new TrackingException(new UploadsFull(folder, limits.MaxOpenUploads));
    }

    /// <summary>Forgets the uploads below a prefix that began before a time.</summary>
    /// <returns>How many they are.</returns>
    public async Task<int> RemoveAsync(string prefix, DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken)
    {
        var count = 0;
        var request = new ListMultipartUploadsRequest { BucketName = bucket, Prefix = prefix };
        while (true)
        {
            ListMultipartUploadsResponse page;
            try
            {
                page = await gateway.ReadAsync(
                    (s3, ct) => s3.ListMultipartUploadsAsync(request, ct), S3Gateway.ShortLimit, cancellationToken);
            }
            catch (XmlException) when (request.Encoding is null)
            {
                // A key that XML cannot have. Unlike a list of files, the answer does not tell whether its keys are encoded.
                request.Encoding = EncodingType.Url;
                continue;
            }

            foreach (var upload in page.MultipartUploads ?? [])
            {
                if (upload.Initiated is not { } begun || new DateTimeOffset(begun) > limit) continue;
                if (!isDryRun) await AbortAsync(S3Listing.Decode(upload.Key, request.Encoding), upload.UploadId, cancellationToken);
                count++;
            }

            if (page.IsTruncated != true) return count;
            // Without a place to go on from, it would begin again, for ever.
            if (string.IsNullOrEmpty(page.NextKeyMarker)) throw gateway.Unavailable();
            (request.KeyMarker, request.UploadIdMarker) = (S3Listing.Decode(page.NextKeyMarker, request.Encoding), page.NextUploadIdMarker);
        }
    }

    private async Task CompleteAsync(
        IAmazonS3 s3, CompleteMultipartUploadRequest request, IReadOnlyList<PartETag> parts, CancellationToken cancellationToken)
    {
        try
        {
            await s3.CompleteMultipartUploadAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception e) when ((int)e.StatusCode >= 500)
        {
            // Ceph's gateway answers so if it has made the object already, and is not out of order then.
            bool isThere;
            try
            {
                isThere = await IsThereAsync(request.Key, parts, cancellationToken);
            }
            catch (TrackingException)
            {
                // Reading fails, too, and the log has the reason. The first error is the one to report.
                isThere = false;
            }

            if (!isThere) throw;
        }
    }

    /// <summary>
    /// Whether the object of exactly these parts is there, as after an earlier attempt whose answer was lost. Of parts without hashes for
    /// tags nobody knows.
    /// </summary>
    private async Task<bool> IsThereAsync(string key, IReadOnlyList<PartETag> parts, CancellationToken cancellationToken) =>
        MultipartTag.Of(parts) is { } expected && await TagAsync(key, cancellationToken) == expected;

    private async Task PutAsync(string key, PartBuffer part, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            InputStream = part.Open(),
            UseChunkEncoding = false,
        };
        await gateway.WriteAsync((s3, ct) => s3.PutObjectAsync(request, ct), S3Gateway.LongLimit, cancellationToken);
    }

    private Task WritePartsAsync(string key, PartBuffer part, Stream content, CancellationToken cancellationToken) => BeginAsync(
        key,
        async uploadId =>
        {
            var parts = new List<PartETag>();
            while (part.Length > 0)
            {
                if (parts.Count == limits.MaxParts) throw new TrackingException(new ArtifactTooLarge(limits.MaxFileBytes));
                parts.Add(await PutPartAsync(key, uploadId, parts.Count + 1, part, cancellationToken));
                // Of a part too many, one byte is enough to see it.
                var size = parts.Count < limits.MaxParts ? limits.SizeOf(parts.Count + 1) : 1;
                await part.FillAsync(size, content, cancellationToken);
            }

            await CompleteAsync(key, uploadId, parts, cancellationToken);
            return parts.Count;
        },
        cancellationToken);

    private async Task<PartETag> PutPartAsync(
        string key, string uploadId, int number, PartBuffer part, CancellationToken cancellationToken)
    {
        var request = new UploadPartRequest
        {
            BucketName = bucket,
            Key = key,
            UploadId = uploadId,
            PartNumber = number,
            PartSize = part.Length,
            InputStream = part.Open(),
            UseChunkEncoding = false,
        };
        var answer = await gateway.WriteAsync((s3, ct) => s3.UploadPartAsync(request, ct), S3Gateway.LongLimit, cancellationToken);
        return new PartETag(number, answer.ETag);
    }

    /// <summary>The client may have left, or S3 does not work. What stays is removed by the clean-up.</summary>
    private async Task TryAbortAsync(string key, string uploadId)
    {
        using var timer = new CancellationTokenSource(AbortLimit);
        try
        {
            await AbortAsync(key, uploadId, timer.Token);
        }
        catch (Exception e) when (e is TrackingException or OperationCanceledException or AmazonS3Exception)
        {
            // The first error is the one to report.
        }
    }

    private async Task<string?> TagAsync(string key, CancellationToken cancellationToken) =>
        (await S3Heads.FindAsync(gateway, bucket, key, cancellationToken))?.ETag.Trim('"');
}
