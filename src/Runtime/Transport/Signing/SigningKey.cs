using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// What all requests of one day, region and identity sign with: the key that is derived from them, and the parts of the signature's texts
/// that depend on nothing else. Safe for concurrent use.
/// </summary>
internal sealed class SigningKey
{
    private const string Headers = "content-type;host;x-amz-date;x-amz-target";
    private const string HeadersWithToken = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";

    private readonly ImmutableCredentials credentials;
    private readonly string day;
    private readonly HashPool hmac;
    private readonly byte[] scope;
    private readonly byte[] signedHeaders;

    public SigningKey(ImmutableCredentials credentials, ReadOnlySpan<char> day, string region)
    {
        this.credentials = credentials;
        this.day = day.ToString();
        var key = Derive(credentials.SecretKey, this.day, region);
        hmac = new HashPool(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

        var scopeText = $"{this.day}/{region}/dynamodb/aws4_request";
        var headers = credentials.UseToken ? HeadersWithToken : Headers;
        scope = Encoding.UTF8.GetBytes(scopeText);
        signedHeaders = Encoding.UTF8.GetBytes(headers);
        AuthorizationStart = $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scopeText}, SignedHeaders={headers}, Signature=";
    }

    /// <summary>The credential scope: day, region, service.</summary>
    public ReadOnlySpan<byte> Scope => scope;

    /// <summary>The names of the headers that are signed.</summary>
    public ReadOnlySpan<byte> SignedHeaders => signedHeaders;

    /// <summary>The value of the header <c>Authorization</c>, up to the signature.</summary>
    public string AuthorizationStart { get; }

    /// <summary>Whether these credentials sign with this key on that day. Only the value of a session's token may differ.</summary>
    public bool IsFor(ImmutableCredentials other, ReadOnlySpan<char> otherDay) =>
        otherDay.SequenceEqual(day)
        && (ReferenceEquals(other, credentials)
            || (other.AccessKey == credentials.AccessKey
                && other.SecretKey == credentials.SecretKey
                && other.UseToken == credentials.UseToken));

    /// <summary>Makes the signature of a text.</summary>
    /// <param name="text">The string to sign.</param>
    /// <param name="signature">Takes the signature, as bytes.</param>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature) => hmac.Hash(text, signature);

    private static byte[] Derive(string secret, string day, string region)
    {
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.ASCII.GetBytes(day));
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region), key);
        HMACSHA256.HashData(key, "dynamodb"u8, key);
        HMACSHA256.HashData(key, "aws4_request"u8, key);
        return key;
    }
}
