using Amazon.Runtime;

namespace DynamoToolkit.Transport.Signing;

/// <summary>
/// Signs requests to another service than DynamoDB, with any method. The hash of the body is a header, as OpenSearch Serverless requires
/// it. Safe for concurrent use.
/// </summary>
/// <param name="region">The region.</param>
/// <param name="service">The service's name in signatures, such as <c>es</c>.</param>
internal sealed class ServiceSigner(string region, string service)
{
    private readonly AuthorizationHeader authorization = new(
        region,
        service,
        "host;x-amz-content-sha256;x-amz-date",
        "host;x-amz-content-sha256;x-amz-date;x-amz-security-token");

    /// <summary>Makes the value of the header <c>Authorization</c>.</summary>
    /// <param name="credentials">Who signs.</param>
    /// <param name="time">When.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="host">The value of the header <c>Host</c>.</param>
    /// <param name="canonicalPath">The path, encoded once more than on the wire.</param>
    /// <param name="bodyHash">The SHA-256 hash of the body, whose digits are the header <c>X-Amz-Content-Sha256</c>.</param>
    public string Sign(
        ImmutableCredentials credentials,
        SigningTime time,
        string method,
        string host,
        string canonicalPath,
        ReadOnlySpan<byte> bodyHash) =>
        authorization.Make(credentials, time, method, host, canonicalPath, target: null, bodyHash);
}
