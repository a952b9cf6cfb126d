using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace DynamoToolkit.Transport.Endpoints;

/// <summary>
/// Gives the credentials to sign with. The SDK's own objects find and refresh them; what they say is kept for a second, because asking
/// them costs more than the rest of the signature. Safe for concurrent use.
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
        return known is not null && timeProvider.GetElapsedTime(known.TakenAt) < Kept ? new(known.Credentials) : RefreshAsync(cancellationToken);
    }

    /// <summary>Asks again before the next request: the service has refused the credentials.</summary>
    public void Forget() => Volatile.Write(ref latest, null);

    public void Dispose() => resolver?.Dispose();

    private async ValueTask<ImmutableCredentials> RefreshAsync(CancellationToken cancellationToken)
    {
        var credentials = fixedCredentials ?? await resolver!.ResolveIdentityAsync(config, cancellationToken).ConfigureAwait(false);

        // The SDK's method takes no token, and may ask a server on the network.
        var values = await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref latest, new Snapshot(values, timeProvider.GetTimestamp()));
        return values;
    }

    private sealed record Snapshot(ImmutableCredentials Credentials, long TakenAt);
}
