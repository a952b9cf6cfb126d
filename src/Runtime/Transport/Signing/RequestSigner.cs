using System.Buffers;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Signs requests to DynamoDB with Signature Version 4. Each is a POST without a query and with the same few headers, so both texts that
/// are hashed are written straight into one buffer, and only the header's text is allocated. Safe for concurrent use.
/// </summary>
internal sealed class RequestSigner(string region)
{
    public const string ContentType = "application/x-amz-json-1.0";

    private readonly SigningKeys keys = new(
        region,
        "dynamodb",
        "content-type;host;x-amz-date;x-amz-target",
        "content-type;host;x-amz-date;x-amz-security-token;x-amz-target");

    public string Region => region;

    /// <summary>Makes the value of the header <c>Authorization</c>.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="time">When.</param>
    /// <param name="host">The value of the header <c>Host</c>.</param>
    /// <param name="canonicalPath">The path, encoded once more than on the wire.</param>
    /// <param name="target">The value of the header <c>X-Amz-Target</c>.</param>
    /// <param name="body">The request's body.</param>
    public string Sign(
        ImmutableCredentials credentials, SigningTime time, string host, string canonicalPath, string target, ReadOnlySpan<byte> body)
    {
        const int FixedParts = 512;
        var key = keys.For(credentials, time);
        var token = credentials.UseToken ? credentials.Token : "";
        var variableParts = host.Length + canonicalPath.Length + token.Length + target.Length + region.Length;
        var rented = ArrayPool<byte>.Shared.Rent(FixedParts + 3 * variableParts);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashPool.Sha256.Hash(body, hash);
        HashPool.Sha256.Hash(CanonicalRequest(key, time, host, canonicalPath, token, target, hash, rented), hash);
        var authorization = key.Authorize(time, hash, rented);
        ArrayPool<byte>.Shared.Return(rented);
        return authorization;
    }

    private static ReadOnlySpan<byte> CanonicalRequest(
        SigningKey key,
        SigningTime time,
        string host,
        string canonicalPath,
        string token,
        string target,
        ReadOnlySpan<byte> bodyHash,
        Span<byte> buffer)
    {
        var text = new AsciiText(buffer);
        text.Append("POST\n"u8);
        text.Append(canonicalPath);
        text.Append("\n\ncontent-type:application/x-amz-json-1.0\nhost:"u8);
        text.Append(host);
        text.Append("\nx-amz-date:"u8);
        text.Append(time.Utf8);
        if (token.Length > 0)
        {
            text.Append("\nx-amz-security-token:"u8);
            text.Append(token);
        }

        text.Append("\nx-amz-target:"u8);
        text.Append(target);
        text.Append("\n\n"u8);
        text.Append(key.SignedHeaders);
        text.Append("\n"u8);
        text.AppendHex(bodyHash);
        return text.Written;
    }
}
