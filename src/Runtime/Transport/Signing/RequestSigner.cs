using System.Security.Cryptography;
using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>Signs requests to DynamoDB: each is a POST whose operation is a header. Safe for concurrent use.</summary>
internal sealed class RequestSigner(string region)
{
    public const string ContentType = "application/x-amz-json-1.0";

    private readonly AuthorizationHeader authorization = new(
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
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HashPool.Sha256.Hash(body, hash);
        return authorization.Make(credentials, time, "POST", host, canonicalPath, target, hash);
    }
}
