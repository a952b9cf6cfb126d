using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Availability;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// The artifacts, as objects below one place in a bucket. A folder is what keys have in common, so an empty one does not exist, and a file
/// may have the name of a folder.
/// </summary>
internal sealed class S3Artifacts : IArtifactStore
{
    private const int Parallelism = 16;
    private const int MaxKeyBytes = 1024;

    private readonly S3Location root;
    private readonly S3Gateway gateway;
    private readonly S3Uploads uploads;
    private readonly S3Signing signing;

    /// <summary>Opens the place. Nothing is asked of S3 yet.</summary>
    /// <param name="root">The place.</param>
    /// <param name="client">The client. It is disposed together with this.</param>
    /// <param name="time">The clock.</param>
    /// <param name="outage">Where it is reported that S3 does not work.</param>
    /// <param name="limits">What uploads may take; null for the limits of a server.</param>
    public S3Artifacts(S3Location root, IAmazonS3 client, TimeProvider time, Outage outage, S3Limits? limits = null)
    {
        limits ??= new S3Limits();
        this.root = root;
        gateway = new S3Gateway(client, outage, time);
        uploads = new S3Uploads(gateway, root.Bucket, limits, new UploadMemory(limits, time));
        signing = new S3Signing(client, root.Bucket, time);
        Multipart = new S3MultipartUploads(signing, uploads, KeyOf);
        MaxFileBytes = limits.MaxFileBytes;
    }

    /// <inheritdoc/>
    public string? Folder => null;

    /// <inheritdoc/>
    public bool IsFailing => gateway.IsFailing;

    /// <inheritdoc/>
    public IMultipartUploads Multipart { get; }

    /// <inheritdoc/>
    public long MaxFileBytes { get; }

    /// <inheritdoc/>
    public string? FindBelowRoot(string uri)
    {
        // A query of an experiment's location stays behind the paths of its runs, which are below the root.
        if (uri.Split('?')[0].TrimEnd('/') == root.Uri) return "";
        return uri.StartsWith(root.Uri + '/', StringComparison.Ordinal) ? uri[(root.Uri.Length + 1)..] : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArtifactEntry>> ListAsync(ArtifactPath folder, CancellationToken cancellationToken)
    {
        var prefix = PrefixOf(folder);
        var entries = new List<ArtifactEntry>();
        await foreach (var page in S3Listing.PagesAsync(gateway, root.Bucket, prefix, isFolder: true, cancellationToken))
            entries.AddRange(page.Entries(prefix, folder));

        entries.Sort((x, y) => string.CompareOrdinal(x.Name, y.Name));
        return entries;
    }

    /// <inheritdoc/>
    public async Task<ArtifactPage> ListPageAsync(ArtifactPath folder, string? from, int size, CancellationToken cancellationToken)
    {
        var prefix = PrefixOf(folder);
        var page = await S3Listing.PageAsync(gateway, root.Bucket, prefix, from, size, cancellationToken);
        return new ArtifactPage([.. page.Entries(prefix, folder).OrderBy(entry => entry, S3Order.OfPages)], page.PlaceAfter(prefix));
    }

    /// <inheritdoc/>
    public async Task<ArtifactEntry?> FindAsync(ArtifactPath path, CancellationToken cancellationToken)
    {
        if (path.Text.Length == 0) return null;
        if (await S3Heads.FindAsync(gateway, root.Bucket, KeyOf(path), cancellationToken) is { } file)
            return new ArtifactEntry(path.Name, false, file.ContentLength);
        var content = await S3Listing.PageAsync(gateway, root.Bucket, PrefixOf(path), null, 1, cancellationToken);
        return (content.S3Objects?.Count ?? 0) + (content.CommonPrefixes?.Count ?? 0) > 0 ? new ArtifactEntry(path.Name, true, 0) : null;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenReadAsync(ArtifactPath path, CancellationToken cancellationToken)
    {
        if (path.Text.Length == 0) throw new TrackingException(new ArtifactMissing(path.Text));
        try
        {
            return await S3ReadStream.OpenAsync(gateway, root.Bucket, KeyOf(path), path, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            throw new TrackingException(new ArtifactMissing(path.Text));
        }
    }

    /// <inheritdoc/>
    public async Task<SignedDownload?> SignDownloadAsync(ArtifactPath path, CancellationToken cancellationToken)
    {
        if (path.Text.Length == 0) throw new TrackingException(new ArtifactMissing(path.Text));
        var size = (await S3Heads.FindAsync(gateway, root.Bucket, KeyOf(path), cancellationToken))?.ContentLength;
        if (size is null)
        {
            // Now with the reason, which may be that there is no bucket.
            await using var file = await OpenReadAsync(path, cancellationToken);
            size = file.Length;
        }

        return new SignedDownload(await signing.SignDownloadAsync(KeyOf(path), path.Name), size.Value);
    }

    /// <inheritdoc/>
    public Task WriteAsync(ArtifactPath path, Stream content, CancellationToken cancellationToken) => path.Text.Length == 0
        ? throw new TrackingException(new ArtifactIsFolder(path.Text))
        : uploads.WriteAsync(KeyOf(path), content, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync(ArtifactPath path, CancellationToken cancellationToken)
    {
        if (path.Text.Length == 0) throw ArtifactPath.Unsafe();
        await DeleteAsync(KeyOf(path), cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await foreach (var page in S3Listing.PagesAsync(gateway, root.Bucket, PrefixOf(path), isFolder: false, cancellationToken))
        {
            // One by one: not every server with S3's API takes the checksum of a request that deletes many.
            await Parallel.ForEachAsync(
                (page.S3Objects ?? []).Select(file => file.Key), options, async (key, token) => await DeleteAsync(key, token));
        }
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset> LastWriteAsync(ArtifactPath folder, CancellationToken cancellationToken)
    {
        var last = DateTimeOffset.MinValue;
        await foreach (var page in S3Listing.PagesAsync(gateway, root.Bucket, PrefixOf(folder), isFolder: false, cancellationToken))
        {
            foreach (var file in page.S3Objects ?? [])
                if (file.LastModified is { } written && new DateTimeOffset(written) > last) last = new DateTimeOffset(written);
        }

        return last;
    }

    /// <inheritdoc/>
    public Task<int> RemoveUnfinishedAsync(DateTimeOffset limit, bool isDryRun, CancellationToken cancellationToken) =>
        uploads.RemoveAsync(root.Prefix, limit, isDryRun, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => gateway.Dispose();

    private Task<DeleteObjectResponse> DeleteAsync(string key, CancellationToken cancellationToken) => gateway.WriteAsync(
        (s3, ct) => s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = root.Bucket, Key = key }, ct),
        S3Gateway.ShortLimit,
        cancellationToken);

    private string PrefixOf(ArtifactPath folder) => folder.Text.Length == 0 ? root.Prefix : KeyOf(folder) + '/';

    private string KeyOf(ArtifactPath path)
    {
        var key = root.Prefix + path.Text;
        return System.Text.Encoding.UTF8.GetByteCount(key) < MaxKeyBytes ? key : throw ArtifactPath.Unsafe();
    }
}
