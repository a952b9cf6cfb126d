using System.Buffers;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Signs requests to another service than DynamoDB with Signature Version 4: any method, no query. The hash of the body is a header, as
/// OpenSearch Serverless requires it. Safe for concurrent use.
/// </summary>
/// <param name="region">The region.</param>
/// <param name="service">The service's name in signatures, such as <c>es</c>.</param>
internal sealed class ServiceSigner(string region, string service)
{
    private readonly SigningKeys keys = new(
        region,
        service,
        "host;x-amz-content-sha256;x-amz-date",
        "host;x-amz-content-sha256;x-amz-date;x-amz-security-token");

    /// <summary>The value of the header <c>X-Amz-Content-Sha256</c>.</summary>
    public static string HashOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashPool.Sha256.Hash(body, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Makes the value of the header <c>Authorization</c>.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="time">When.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="host">The value of the header <c>Host</c>.</param>
    /// <param name="canonicalPath">The path, encoded once more than on the wire.</param>
    /// <param name="bodyHash">The value of the header <c>X-Amz-Content-Sha256</c>.</param>
    public string Sign(
        ImmutableCredentials credentials, SigningTime time, string method, string host, string canonicalPath, string bodyHash)
    {
        const int FixedParts = 512;
        var key = keys.For(credentials, time);
        var token = credentials.UseToken ? credentials.Token : "";
        var rented = ArrayPool<byte>.Shared.Rent(
            FixedParts + 3 * (method.Length + host.Length + canonicalPath.Length + token.Length + region.Length + service.Length));

        var text = new AsciiText(rented);
        text.Append(method);
        text.Append("\n"u8);
        text.Append(canonicalPath);
        text.Append("\n\nhost:"u8);
        text.Append(host);
        text.Append("\nx-amz-content-sha256:"u8);
        text.Append(bodyHash);
        text.Append("\nx-amz-date:"u8);
        text.Append(time.Utf8);
        if (token.Length > 0)
        {
            text.Append("\nx-amz-security-token:"u8);
            text.Append(token);
        }

        text.Append("\n\n"u8);
        text.Append(key.SignedHeaders);
        text.Append("\n"u8);
        text.Append(bodyHash);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashPool.Sha256.Hash(text.Written, hash);
        var authorization = key.Authorize(time, hash, rented);
        ArrayPool<byte>.Shared.Return(rented);
        return authorization;
    }
}
