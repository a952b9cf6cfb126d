using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoToolkit.Transport.Endpoints;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>The address of OpenSearch, and how requests to it say who sends them.</summary>
internal sealed class OpenSearchTarget : IDisposable
{
    private readonly Uri endpoint;
    private readonly TimeProvider time;
    private readonly ServiceSigner? signer;
    private readonly CredentialSource? credentials;
    private readonly AuthenticationHeaderValue? basic;
    private SigningTime? latestTime;

    /// <exception cref="AmazonClientException">Requests are to be signed, and no region is configured.</exception>
    public OpenSearchTarget(OpenSearchOptions options)
    {
        Options = options;
        time = options.TimeProvider;
        endpoint = options.Endpoint!;
        if (options.UserName is { } user)
            basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")));
        if (options.SigningService is not { } service)
            return;

        // The SDK's resolvers of regions and credentials are the same for all services.
        var config = new AmazonDynamoDBConfig();
        signer = new ServiceSigner(options.Region ?? RegionOf(config), service);
        credentials = new CredentialSource(options.Credentials, config, time);
    }

    /// <summary>The options that this is the target of.</summary>
    public OpenSearchOptions Options { get; }

    /// <summary>The address of a path.</summary>
    public Uri AddressOf(string path) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>Adds the headers that say who sends a request.</summary>
    public async ValueTask AuthorizeAsync(HttpRequestMessage message, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        message.Headers.Authorization = basic;
        if (signer is null)
            return;

        var identity = await credentials!.GetAsync(cancellationToken).ConfigureAwait(false);
        var target = new ServiceTarget(message.RequestUri!);
        var signedAt = SigningTime.At(time.GetUtcNow(), ref latestTime);
        var hash = SHA256.HashData(body.Span);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", signedAt.Text);
        message.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", Convert.ToHexStringLower(hash));
        if (identity.UseToken)
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", identity.Token);
        message.Headers.TryAddWithoutValidation(
            "Authorization", signer.Sign(identity, signedAt, message.Method.Method, target.Host, target.CanonicalPath, hash));
    }

    /// <summary>Resolves the credentials again before the next request, because they were refused.</summary>
    public void ForgetCredentials() => credentials?.Forget();

    public void Dispose() => credentials?.Dispose();

    private static string RegionOf(AmazonDynamoDBConfig config) =>
        config.RegionEndpoint?.SystemName
        ?? throw new AmazonClientException(
            $"No AWS region is configured: set {nameof(OpenSearchOptions)}.{nameof(OpenSearchOptions.Region)} or AWS_REGION.");
}
