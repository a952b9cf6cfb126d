using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport;

/// <summary>Where <see cref="HttpTransport"/> sends requests, as whom, and how long it tries. Every default suits the service itself.</summary>
public sealed class HttpTransportOptions
{
    /// <summary>The AWS region, such as <c>eu-west-1</c>. When null, the AWS SDK's own chain finds it (environment, profile, instance metadata).</summary>
    public string? Region { get; set; }

    /// <summary>
    /// The address of any server that speaks DynamoDB's protocol, such as <c>http://127.0.0.1:8000</c>. When null, the address that the
    /// environment or the profile names (<c>AWS_ENDPOINT_URL_DYNAMODB</c>), or else the service's own in the region.
    /// </summary>
    /// <remarks>
    /// A loopback address is no AWS: unless <see cref="Credentials"/> or <see cref="Profile"/> is set, it gets the environment's or the
    /// default profile's credentials and region where there are any, and otherwise the placeholders <c>local</c> and <c>us-east-1</c>.
    /// </remarks>
    public Uri? ServiceEndpoint { get; set; }

    /// <summary>The credentials to sign with. When null, the AWS SDK's own chain finds them.</summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>The profile of the AWS configuration files to take credentials and region from. When null, the SDK's default.</summary>
    public string? Profile { get; set; }

    /// <summary>Whether to use the FIPS endpoints. When null, as the environment says.</summary>
    public bool? UseFips { get; set; }

    /// <summary>Whether to use the endpoints that also speak IPv6. When null, as the environment says.</summary>
    public bool? UseDualStack { get; set; }

    /// <summary>How often a request is sent at most, the first time included. 10, which is about six seconds of back-off on average.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The longest wait before the first retry; each further one doubles it. The wait itself is random between zero and that. 25 ms.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The longest wait before any retry. 5 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many tokens the transport has for retries, so that a service in trouble is not buried in them: a retry takes 5, or 10 after a
    /// timeout; a success gives its last retry's tokens back, or one. Null: no bound. 500, as in all AWS SDKs.
    /// </summary>
    public int? RetryTokens { get; set; } = 500;

    /// <summary>How long one attempt may take, from connecting to the last byte of the answer, before it counts as failed and is retried. 10 s.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long connecting may take. 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How old a connection may become, so that changes of the endpoint's addresses are followed. 5 minutes.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many connections are open at once at most. Null: as many as there are concurrent requests.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>Whether to ask for compressed answers: less traffic, more CPU. Off.</summary>
    public bool AcceptGzip { get; set; }

    /// <summary>Whether to go through the proxy that the environment names. Off.</summary>
    public bool UseProxy { get; set; }

    /// <summary>A name of the application for the user agent. When null, <c>AWS_SDK_UA_APP_ID</c> if that is set.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Last changes to the HTTP handler: proxies with credentials, certificates, keep-alive pings.</summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }

    /// <summary>Takes a line for each retry and each failure, without values of items. When null, nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, for signatures, timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gives a random number from 0 to below 1 for the next wait's jitter.</summary>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>A copy that later changes of these options don't reach, with its values checked.</summary>
    internal HttpTransportOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BaseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(RetryTokens ?? 0, nameof(RetryTokens));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConnections ?? 1, 1, nameof(MaxConnections));
        ThrowIfNoTimeout(AttemptTimeout, nameof(AttemptTimeout));
        ThrowIfNoTimeout(ConnectTimeout, nameof(ConnectTimeout));
        ThrowIfNoTimeout(PooledConnectionLifetime, nameof(PooledConnectionLifetime));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Jitter);
        ThrowIfNoEndpoint(ServiceEndpoint);
        return (HttpTransportOptions)MemberwiseClone();
    }

    private static void ThrowIfNoTimeout(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.");
    }

    private static void ThrowIfNoEndpoint(Uri? endpoint)
    {
        if (endpoint is null)
            return;
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https") || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            throw new ArgumentException($"'{endpoint}' is no service endpoint: it must look like https://host or http://host:port.", nameof(ServiceEndpoint));
    }
}
