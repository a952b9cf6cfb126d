using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// What all requests of one day, region, service and identity sign with: the key that is derived from them, and the parts of the
/// signature's texts that depend on nothing else. Safe for concurrent use.
/// </summary>
internal sealed class SigningKey
{
    private const int HexHashLength = 2 * SHA256.HashSizeInBytes;

    private readonly ImmutableCredentials credentials;
    private readonly string day;
    private readonly HashPool hmac;
    private readonly byte[] scope;
    private readonly byte[] signedHeaders;
    private readonly string authorizationStart;

    /// <param name="credentials">Who signs.</param>
    /// <param name="day">The day, such as <c>20261120</c>.</param>
    /// <param name="region">The region.</param>
    /// <param name="service">The service's name in signatures, such as <c>dynamodb</c>.</param>
    /// <param name="headers">The names of the headers that are signed, in their order, with semicolons between them.</param>
    public SigningKey(ImmutableCredentials credentials, ReadOnlySpan<char> day, string region, string service, string headers)
    {
        this.credentials = credentials;
        this.day = day.ToString();
        var key = Derive(credentials.SecretKey, this.day, region, service);
        hmac = new HashPool(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

        var scopeText = $"{this.day}/{region}/{service}/aws4_request";
        scope = Encoding.UTF8.GetBytes(scopeText);
        signedHeaders = Encoding.UTF8.GetBytes(headers);
        authorizationStart = $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scopeText}, SignedHeaders={headers}, Signature=";
    }

    /// <summary>The names of the headers that are signed.</summary>
    public ReadOnlySpan<byte> SignedHeaders => signedHeaders;

    /// <summary>Whether these credentials sign with this key on that day. Only the value of a session's token may differ.</summary>
    public bool IsFor(ImmutableCredentials other, ReadOnlySpan<char> otherDay) =>
        otherDay.SequenceEqual(day)
        && (ReferenceEquals(other, credentials)
            || (other.AccessKey == credentials.AccessKey
                && other.SecretKey == credentials.SecretKey
                && other.UseToken == credentials.UseToken));

    /// <summary>Makes the value of the header <c>Authorization</c>.</summary>
    /// <param name="time">When the request is signed.</param>
    /// <param name="requestHash">The hash of the canonical request. It is overwritten.</param>
    /// <param name="buffer">Room for the string to sign.</param>
    public string Authorize(SigningTime time, Span<byte> requestHash, Span<byte> buffer)
    {
        hmac.Hash(StringToSign(time, requestHash, buffer), requestHash);
        Span<char> signature = stackalloc char[HexHashLength];
        Convert.TryToHexStringLower(requestHash, signature, out _);
        return string.Concat(authorizationStart, signature);
    }

    private ReadOnlySpan<byte> StringToSign(SigningTime time, ReadOnlySpan<byte> requestHash, Span<byte> buffer)
    {
        var text = new AsciiText(buffer);
        text.Append("AWS4-HMAC-SHA256\n"u8);
        text.Append(time.Utf8);
        text.Append("\n"u8);
        text.Append(scope);
        text.Append("\n"u8);
        text.AppendHex(requestHash);
        return text.Written;
    }

    private static byte[] Derive(string secret, string day, string region, string service)
    {
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.ASCII.GetBytes(day));
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region), key);
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service), key);
        HMACSHA256.HashData(key, "aws4_request"u8, key);
        return key;
    }
}
