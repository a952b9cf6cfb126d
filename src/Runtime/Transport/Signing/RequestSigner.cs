using System.Buffers;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Signs requests to DynamoDB with Signature Version 4. Each is a POST without a query and with the same few headers, so the canonical
/// request is written straight into one buffer, and only the header's text is allocated. Safe for concurrent use.
/// </summary>
internal sealed class RequestSigner(string region)
{
    public const string ContentType = "application/x-amz-json-1.0";

    private const string Headers = "content-type;host;x-amz-date;x-amz-target";
    private const string HeadersWithToken = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";
    private const int HexHashLength = 2 * SHA256.HashSizeInBytes;

    private SigningKey? latestKey;

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
        var signedHeaders = credentials.UseToken ? HeadersWithToken : Headers;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashRequest(credentials, time, host, canonicalPath, target, signedHeaders, body, hash);
        HMACSHA256.HashData(KeyFor(credentials.SecretKey, time).Bytes, StringToSign(time, hash, stackalloc byte[256]), hash);

        Span<char> signature = stackalloc char[HexHashLength];
        Convert.TryToHexStringLower(hash, signature, out _);
        return $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{time.Day}/{region}/dynamodb/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}";
    }

    private static void HashRequest(
        ImmutableCredentials credentials,
        SigningTime time,
        string host,
        string canonicalPath,
        string target,
        string signedHeaders,
        ReadOnlySpan<byte> body,
        Span<byte> hash)
    {
        var token = credentials.UseToken ? credentials.Token : "";
        const int FixedParts = 512;
        var rented = ArrayPool<byte>.Shared.Rent(FixedParts + 3 * (host.Length + canonicalPath.Length + token.Length + target.Length));
        var text = new AsciiText(rented);
        text.Append("POST\n"u8);
        text.Append(canonicalPath);
        text.Append("\n\ncontent-type:application/x-amz-json-1.0\nhost:"u8);
        text.Append(host);
        text.Append("\nx-amz-date:"u8);
        text.Append(time.Text);
        if (token.Length > 0)
        {
            text.Append("\nx-amz-security-token:"u8);
            text.Append(token);
        }

        text.Append("\nx-amz-target:"u8);
        text.Append(target);
        text.Append("\n\n"u8);
        text.Append(signedHeaders);
        text.Append("\n"u8);
        SHA256.HashData(body, hash);
        text.AppendHex(hash);
        SHA256.HashData(text.Written, hash);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private ReadOnlySpan<byte> StringToSign(SigningTime time, ReadOnlySpan<byte> requestHash, Span<byte> buffer)
    {
        var text = new AsciiText(buffer);
        text.Append("AWS4-HMAC-SHA256\n"u8);
        text.Append(time.Text);
        text.Append("\n"u8);
        text.Append(time.Day);
        text.Append("/"u8);
        text.Append(region);
        text.Append("/dynamodb/aws4_request\n"u8);
        text.AppendHex(requestHash);
        return text.Written;
    }

    private SigningKey KeyFor(string secret, SigningTime time)
    {
        var known = Volatile.Read(ref latestKey);
        if (known is not null && known.IsFor(secret, time.Day))
            return known;

        var made = new SigningKey(secret, time.Day, region);
        Volatile.Write(ref latestKey, made);
        return made;
    }
}
