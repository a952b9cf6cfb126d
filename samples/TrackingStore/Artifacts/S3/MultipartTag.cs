using System.Globalization;
using System.Security.Cryptography;
using Amazon.S3.Model;

namespace TrackingStore.Artifacts.S3;

/// <summary>The tag that S3 gives an object of several parts: a hash of the tags of its parts, and their number.</summary>
internal static class MultipartTag
{
    private const int HexDigits = 32;

    /// <summary>The tag of an object of some parts; null if their tags are not hashes, as with keys of the customer.</summary>
    public static string? Of(IReadOnlyList<PartETag> parts)
    {
        var tags = parts.Select(part => part.ETag.Trim('"')).ToList();
        if (tags.Count == 0 || tags.Any(tag => tag.Length != HexDigits || !tag.All(char.IsAsciiHexDigit))) return null;
        // Not for safety: it is how S3 computes it.
        var hash = MD5.HashData([.. tags.SelectMany(Convert.FromHexString)]);
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(hash)}-{tags.Count}");
    }
}
