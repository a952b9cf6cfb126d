namespace TrackingStore.Artifacts.S3;

/// <summary>A place in a bucket: <c>s3://bucket/prefix</c>.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys there begin with, with a slash at its end; empty for the whole bucket.</param>
internal sealed record S3Location(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>The place as a URI, without a slash at its end.</summary>
    public string Uri => $"{Scheme}{Bucket}/{Prefix}".TrimEnd('/');

    /// <summary>Whether a text is a URI of a bucket, a valid one or not.</summary>
    public static bool IsS3(string uri) => uri.StartsWith("s3:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a URI.</summary>
    /// <exception cref="ArgumentException">It is not one of a bucket, or no artifact can be below it.</exception>
    public static S3Location Parse(string uri)
    {
        if (uri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            var parts = uri[Scheme.Length..].TrimEnd('/').Split('/', 2);
            var prefix = parts.Length == 1 ? "" : parts[1];
            // The same rules as for what is below it: otherwise URIs of runs would not lead back here.
            var isPath = ArtifactPath.TryParse(prefix, out var path) && path.Text == prefix;
            if (parts[0].Length > 0 && !parts[0].AsSpan().ContainsAny("\\?#% ") && isPath && !prefix.Contains('?'))
                return new S3Location(parts[0], prefix.Length == 0 ? "" : prefix + '/');
        }

        throw new ArgumentException($"'{uri}' is not the address of a place in a bucket. Write it as s3://BUCKET/PREFIX.");
    }
}
