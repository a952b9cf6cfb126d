using System.Buffers;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Makes the header <c>Authorization</c> of requests to one service and region, with Signature Version 4. No request has a query, and all
/// have the same few headers, so both texts that are hashed are written straight into one buffer, and only the header's text is allocated.
/// Safe for concurrent use.
/// </summary>
/// <param name="region">The region.</param>
/// <param name="service">The service's name in signatures, such as <c>dynamodb</c>.</param>
/// <param name="headers">The names of the headers that are signed, in their order, with semicolons between them.</param>
/// <param name="headersWithToken">The same with the header of a session's token.</param>
internal sealed class AuthorizationHeader(string region, string service, string headers, string headersWithToken)
{
    private SigningKey? latestKey;

    /// <summary>Makes the header's value.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="time">When.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="host">The value of the header <c>Host</c>.</param>
    /// <param name="canonicalPath">The path, encoded once more than on the wire.</param>
    /// <param name="target">
    /// The value of the header <c>X-Amz-Target</c>; null if the request has none, and has the body's hash as <c>X-Amz-Content-Sha256</c>.
    /// </param>
    /// <param name="bodyHash">The SHA-256 hash of the body.</param>
    public string Make(
        ImmutableCredentials credentials,
        SigningTime time,
        string method,
        string host,
        string canonicalPath,
        string? target,
        ReadOnlySpan<byte> bodyHash)
    {
        const int FixedParts = 512;
        var key = KeyFor(credentials, time);
        var token = credentials.UseToken ? credentials.Token : "";
        var variableParts = host.Length + canonicalPath.Length + token.Length + (target?.Length ?? 0) + region.Length;
        var rented = ArrayPool<byte>.Shared.Rent(FixedParts + 3 * variableParts);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashPool.Sha256.Hash(CanonicalRequest(key, time, method, host, canonicalPath, token, target, bodyHash, rented), hash);
        var authorization = key.Authorize(time, hash, rented);
        ArrayPool<byte>.Shared.Return(rented);
        return authorization;
    }

    private static ReadOnlySpan<byte> CanonicalRequest(
        SigningKey key,
        SigningTime time,
        string method,
        string host,
        string canonicalPath,
        string token,
        string? target,
        ReadOnlySpan<byte> bodyHash,
        Span<byte> buffer)
    {
        var text = new AsciiText(buffer);
        text.Append(method);
        text.Append("\n"u8);
        text.Append(canonicalPath);
        text.Append(target is null ? "\n\nhost:"u8 : "\n\ncontent-type:application/x-amz-json-1.0\nhost:"u8);
        text.Append(host);
        if (target is null)
        {
            text.Append("\nx-amz-content-sha256:"u8);
            text.AppendHex(bodyHash);
        }

        text.Append("\nx-amz-date:"u8);
        text.Append(time.Utf8);
        if (token.Length > 0)
        {
            text.Append("\nx-amz-security-token:"u8);
            text.Append(token);
        }

        if (target is not null)
        {
            text.Append("\nx-amz-target:"u8);
            text.Append(target);
        }

        text.Append("\n\n"u8);
        text.Append(key.SignedHeaders);
        text.Append("\n"u8);
        text.AppendHex(bodyHash);
        return text.Written;
    }

    private SigningKey KeyFor(ImmutableCredentials credentials, SigningTime time)
    {
        var known = Volatile.Read(ref latestKey);
        if (known is not null && known.IsFor(credentials, time.Day))
            return known;

        var made = new SigningKey(credentials, time.Day, region, service, credentials.UseToken ? headersWithToken : headers);
        Volatile.Write(ref latestKey, made);
        return made;
    }
}
