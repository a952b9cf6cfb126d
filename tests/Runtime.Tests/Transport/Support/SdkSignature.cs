using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>The header <c>Authorization</c> as the AWS SDK's own signer makes it, from what arrived on the wire.</summary>
internal static class SdkSignature
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Signs a request again.</summary>
    /// <param name="request">The request, with the header that names what is signed.</param>
    /// <param name="credentials">Who must have signed it.</param>
    /// <param name="region">The region that it must have been signed for.</param>
    public static string Of(ReceivedRequest request, ImmutableCredentials credentials, string region = "eu-west-1")
    {
        var signedHeaders = request.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0];
        var canonical = new StringBuilder($"POST\n{CanonicalPath(request)}\n\n");
        foreach (var name in signedHeaders.Split(';'))
            canonical.Append(CultureInfo.InvariantCulture, $"{name}:{request.Headers[name]}\n");
        canonical.Append(CultureInfo.InvariantCulture, $"\n{signedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData(request.Body))}");
        var time = DateTime.ParseExact(
            request.Headers["X-Amz-Date"],
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        return AWS4Signer.ComputeSignature(
            credentials, region, time, "dynamodb", signedHeaders, canonical.ToString()).ForAuthorizationHeader;
    }

    /// <summary>The path as it was on the wire, each segment encoded once more.</summary>
    private static string CanonicalPath(ReceivedRequest request) =>
        string.Join('/', request.StartLine.Split(' ')[1].Split('/').Select(Uri.EscapeDataString));
}
