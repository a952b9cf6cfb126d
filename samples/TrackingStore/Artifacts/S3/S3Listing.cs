using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Amazon.S3;
using Amazon.S3.Model;
using TrackingStore.Errors;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Artifacts.S3;

/// <summary>
/// Lists keys of a bucket, a thousand with each request. Others may have put keys there that XML cannot have, so S3 is asked to encode all.
/// </summary>
internal static class S3Listing
{
    private const string Slash = "/";
    private const string LastCharacter = "\U0010FFFF";

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
                Encoding = EncodingType.Url,
            };
            var page = await PageAsync(gateway, request, cancellationToken);
            yield return page;
            token = page.IsTruncated == true ? page.NextContinuationToken : null;
            // The rest must not be missing silently.
            if (page.IsTruncated == true && string.IsNullOrEmpty(token)) throw gateway.Unavailable();
        }
        while (token is not null);
    }

    /// <summary>Some keys of one level.</summary>
    /// <param name="gateway">The way to S3.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What the keys begin with.</param>
    /// <param name="from">Where to begin, from <see cref="PlaceAfter"/>; null for the first key.</param>
    /// <param name="size">How many, at most 1,000.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static Task<ListObjectsV2Response> PageAsync(
        S3Gateway gateway, string bucket, string prefix, string? from, int size, CancellationToken cancellationToken) => PageAsync(
        gateway,
        new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = prefix,
            Delimiter = Slash,
            // After all that is in the folder.
            StartAfter = from is null ? null : prefix + from + (from.EndsWith('/') ? LastCharacter : ""),
            MaxKeys = size,
            Encoding = EncodingType.Url,
        },
        cancellationToken);

    /// <summary>Where the rest of a level begins after a page of it; null after the last page.</summary>
    public static string? PlaceAfter(this ListObjectsV2Response page, string prefix) => page.IsTruncated != true ? null
        : (page.S3Objects ?? []).Select(file => file.Key).Concat(page.CommonPrefixes ?? []).Select(key => key[prefix.Length..])
            .MaxBy(name => Encoding.UTF8.GetBytes(name), Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));

    /// <summary>
    /// The files and folders of a page of one level. Names that no path has are left out: clients would write to such places.
    /// </summary>
    public static IEnumerable<ArtifactEntry> Entries(this ListObjectsV2Response page, string prefix, ArtifactPath folder)
    {
        var folders = (page.CommonPrefixes ?? []).Select(key => new ArtifactEntry(key[prefix.Length..].TrimEnd('/'), true, 0));
        var files = (page.S3Objects ?? []).Select(file => new ArtifactEntry(file.Key[prefix.Length..], false, file.Size ?? 0));
        return folders.Concat(files).Where(entry => IsPath(folder, entry.Name));
    }

    /// <summary>A key as it is, of an answer that may have it encoded: not every server with S3's API does so.</summary>
    public static string Decode(string key, EncodingType? encoding) => encoding == EncodingType.Url ? WebUtility.UrlDecode(key) : key;

    private static async Task<ListObjectsV2Response> PageAsync(
        S3Gateway gateway, ListObjectsV2Request request, CancellationToken cancellationToken)
    {
        ListObjectsV2Response page;
        try
        {
            page = await gateway.ReadAsync((s3, ct) => s3.ListObjectsV2Async(request, ct), S3Gateway.ShortLimit, cancellationToken);
        }
        catch (XmlException)
        {
            // Not every server with S3's API encodes keys, or all that it sends of them.
            throw new TrackingException(new ArtifactRefused("A name in this folder cannot be listed."));
        }

        foreach (var file in page.S3Objects ?? []) file.Key = Decode(file.Key, page.Encoding);
        page.CommonPrefixes = page.CommonPrefixes?.ConvertAll(key => Decode(key, page.Encoding));
        return page;
    }

    private static bool IsPath(ArtifactPath folder, string name)
    {
        var path = folder.Text.Length == 0 ? name : $"{folder.Text}/{name}";
        return name.Length > 0 && !name.Contains('/') && ArtifactPath.TryParse(path, out var parsed) && parsed.Text == path;
    }
}
