using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Endpoints;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Transport.Endpoints;

/// <summary>The endpoint and the credentials of requests. The AWS SDK's own resolvers find them once, for the first request.</summary>
internal sealed class ServiceContext : IDisposable
{
    private const string PlaceholderRegion = "us-east-1";
    private const string PlaceholderKey = "local";

    private readonly AmazonDynamoDBConfig config;
    private readonly ServiceTarget? fixedTarget;
    private readonly Lazy<ServiceTarget> streams;
    private Resolved? latest;

    private ServiceContext(
        AmazonDynamoDBConfig config,
        Uri? endpoint,
        Uri? streamsEndpoint,
        string region,
        AWSCredentials? credentials,
        TimeProvider timeProvider)
    {
        this.config = config;
        fixedTarget = endpoint is null ? null : new ServiceTarget(endpoint);
        streams = new Lazy<ServiceTarget>(
            () => new ServiceTarget(streamsEndpoint ?? endpoint ?? StreamsEndpoint.Of(Resolve(accountId: null).Address)),
            LazyThreadSafetyMode.PublicationOnly);
        Signer = new RequestSigner(region);
        Credentials = new CredentialSource(credentials, config, timeProvider);
    }

    public RequestSigner Signer { get; }

    public CredentialSource Credentials { get; }

    /// <exception cref="AmazonClientException">No region is configured.</exception>
    public static ServiceContext Create(HttpTransportOptions options)
    {
        var config = new AmazonDynamoDBConfig();
        if (options.Profile is { } profile)
            config.Profile = new Profile(profile);

        var endpoint = options.ServiceEndpoint ?? (string.IsNullOrEmpty(config.ServiceURL) ? null : new Uri(config.ServiceURL));
        var isLocal = endpoint is { IsLoopback: true } && options.Profile is null;
        var region = options.Region ?? RegionOfProfile(options.Profile) ?? FindRegion(config, isLocal);
        var credentials = options.Credentials ?? (isLocal ? FindLocalCredentials() : null);

        if (options.UseFips is { } useFips)
            config.UseFIPSEndpoint = useFips;
        if (options.UseDualStack is { } useDualStack)
            config.UseDualstackEndpoint = useDualStack;
        return new ServiceContext(config, endpoint, options.StreamsEndpoint, region, credentials, options.TimeProvider);
    }

    /// <summary>The address for a request with these credentials.</summary>
    public ServiceTarget TargetFor(DynamoOperation operation, ImmutableCredentials credentials) =>
        OperationNames.IsOfStreams(operation) ? streams.Value : TargetFor(credentials);

    /// <summary>The address for requests with these credentials. An account may have its own address.</summary>
    public ServiceTarget TargetFor(ImmutableCredentials credentials)
    {
        if (fixedTarget is not null)
            return fixedTarget;

        var known = Volatile.Read(ref latest);
        if (known is not null && known.AccountId == credentials.AccountId)
            return known.Target;

        var made = new Resolved(credentials.AccountId, Resolve(credentials.AccountId));
        Volatile.Write(ref latest, made);
        return made.Target;
    }

    /// <summary>
    /// A profile's region. The SDK's own search only checks the default profile, whichever one the credentials come from.
    /// </summary>
    /// <param name="profile">The profile's name, or null for none.</param>
    /// <param name="location">The file that contains it, or null for the default files.</param>
    public static string? RegionOfProfile(string? profile, string? location = null) =>
        profile is not null && new CredentialProfileStoreChain(location).TryGetProfile(profile, out var found)
            ? found.Region?.SystemName
            : null;

    public void Dispose() => Credentials.Dispose();

    private ServiceTarget Resolve(string? accountId)
    {
        var parameters = new DynamoDBEndpointParameters
        {
            Region = Signer.Region,
            UseDualStack = config.UseDualstackEndpoint,
            UseFIPS = config.UseFIPSEndpoint,
            AccountId = string.IsNullOrEmpty(accountId) ? null : accountId,
            AccountIdEndpointMode = config.AccountIdEndpointMode.ToString().ToLowerInvariant(),
        };
        return new ServiceTarget(new Uri(config.EndpointProvider.ResolveEndpoint(parameters).URL));
    }

    private static string FindRegion(AmazonDynamoDBConfig config, bool isLocal)
    {
        // For a local server, skip the instance metadata: off EC2, requesting it takes seconds.
        var region = isLocal ? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false) : config.RegionEndpoint;
        if (region is not null)
            return region.SystemName;

        return isLocal
            ? PlaceholderRegion
            : throw new AmazonClientException(
                "No AWS region is configured: set HttpTransportOptions.Region, AWS_REGION or the profile's region.");
    }

    private static AWSCredentials FindLocalCredentials()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY)))
            return new EnvironmentVariablesAWSCredentials();

        var profile = Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";
        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : new BasicAWSCredentials(PlaceholderKey, PlaceholderKey);
    }

    private sealed record Resolved(string? AccountId, ServiceTarget Target);
}
