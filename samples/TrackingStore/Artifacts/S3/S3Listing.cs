using System.Runtime.CompilerServices;
using Amazon.S3.Model;

namespace TrackingStore.Artifacts.S3;

/// <summary>Lists keys of a bucket, a thousand with each request.</summary>
internal static class S3Listing
{
    private const string Slash = "/";

    /// <summary>What is below a prefix, in pages.</summary>
    /// <param name="gateway">The way to S3.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What the keys begin with.</param>
    /// <param name="isFolder">Whether only one level is listed: what is deeper counts as a folder.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async IAsyncEnumerable<ListObjectsV2Response> PagesAsync(
        S3Gateway gateway, string bucket, string prefix, bool isFolder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var request = new ListObjectsV2Request
            {
                BucketName = bucket,
                Prefix = prefix,
                Delimiter = isFolder ? Slash : null,
                ContinuationToken = token,
            };
            var page = await gateway.ReadAsync((s3, ct) => s3.ListObjectsV2Async(request, ct), S3Gateway.ShortLimit, cancellationToken);
            yield return page;
            token = page.IsTruncated == true ? page.NextContinuationToken : null;
            // The rest must not be missing silently.
            if (page.IsTruncated == true && string.IsNullOrEmpty(token)) throw gateway.Unavailable();
        }
        while (token is not null);
    }

    /// <summary>
    /// The files and folders of a page of one level. Names that no path has are left out: clients would write to such places.
    /// </summary>
    public static IEnumerable<ArtifactEntry> Entries(this ListObjectsV2Response page, string prefix, ArtifactPath folder)
    {
        var folders = (page.CommonPrefixes ?? []).Select(key => new ArtifactEntry(key[prefix.Length..].TrimEnd('/'), true, 0));
        var files = (page.S3Objects ?? []).Select(file => new ArtifactEntry(file.Key[prefix.Length..], false, file.Size ?? 0));
        return folders.Concat(files).Where(entry => IsPath(folder, entry.Name));
    }

    private static bool IsPath(ArtifactPath folder, string name)
    {
        var path = folder.Text.Length == 0 ? name : $"{folder.Text}/{name}";
        return name.Length > 0 && !name.Contains('/') && ArtifactPath.TryParse(path, out var parsed) && parsed.Text == path;
    }
}
