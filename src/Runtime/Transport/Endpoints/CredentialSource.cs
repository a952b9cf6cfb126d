using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace DynamoToolkit.Transport.Endpoints;

/// <summary>
/// Provides the credentials for signatures. The SDK's own objects find and refresh them. They are cached for a second, because resolving
/// them costs more than the rest of the signature. It is safe for concurrent use.
/// </summary>
internal sealed class CredentialSource : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly AWSCredentials? fixedCredentials;
    private readonly IClientConfig config;
    private readonly TimeProvider timeProvider;
    private readonly DefaultAWSCredentialsIdentityResolver? resolver;
    private Snapshot? latest;

    public CredentialSource(AWSCredentials? fixedCredentials, IClientConfig config, TimeProvider timeProvider)
    {
        this.fixedCredentials = fixedCredentials;
        this.config = config;
        this.timeProvider = timeProvider;
        resolver = fixedCredentials is null ? new DefaultAWSCredentialsIdentityResolver() : null;
    }

    public ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref latest);
        return known is not null && timeProvider.GetElapsedTime(known.TakenAt) < Kept
            ? new(known.Credentials)
            : RefreshAsync(cancellationToken);
    }

    /// <summary>Resolves the credentials again before the next request, because the service has rejected them.</summary>
    public void Forget() => Volatile.Write(ref latest, null);

    public void Dispose() => resolver?.Dispose();

    private async ValueTask<ImmutableCredentials> RefreshAsync(CancellationToken cancellationToken)
    {
        var credentials = fixedCredentials ?? await resolver!.ResolveIdentityAsync(config, cancellationToken).ConfigureAwait(false);

        // The SDK's method takes no token, and may call a server on the network.
        var values = await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref latest, new Snapshot(values, timeProvider.GetTimestamp()));
        return values;
    }

    private sealed record Snapshot(ImmutableCredentials Credentials, long TakenAt);
}
