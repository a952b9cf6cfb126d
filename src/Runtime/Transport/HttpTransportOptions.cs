using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Transport;

/// <summary>
/// The endpoint, credentials, retries and timeouts of <see cref="HttpTransport"/>. Every default suits the service itself.
/// </summary>
public sealed class HttpTransportOptions
{
    /// <summary>
    /// The AWS region, such as <c>eu-west-1</c>. If null, the AWS SDK's own chain finds it (environment, profile, instance metadata).
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The address of any server that speaks DynamoDB's protocol, such as <c>http://127.0.0.1:8000</c>. If null, the address that the
    /// environment or the profile names (<c>AWS_ENDPOINT_URL_DYNAMODB</c>), or else the service's own address in the region.
    /// </summary>
    /// <remarks>
    /// A loopback address is not AWS. Unless <see cref="Credentials"/> or <see cref="Profile"/> is set, it gets the environment's or the
    /// default profile's credentials and region if there are any, and otherwise the placeholders <c>local</c> and <c>us-east-1</c>.
    /// </remarks>
    public Uri? ServiceEndpoint { get; set; }

    /// <summary>
    /// The address of a server that speaks the protocol of DynamoDB Streams. If null, <see cref="ServiceEndpoint"/> if that or the
    /// environment names one, or else the service's own address in the region. Only programs that read streams use it.
    /// </summary>
    public Uri? StreamsEndpoint { get; set; }

    /// <summary>The credentials that sign requests. If null, the AWS SDK's own chain finds them.</summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>The profile in the AWS configuration files that provides credentials and region. If null, the SDK's default.</summary>
    public string? Profile { get; set; }

    /// <summary>Whether to use the FIPS endpoints. If null, the environment decides.</summary>
    public bool? UseFips { get; set; }

    /// <summary>Whether to use the dual-stack endpoints, which also support IPv6. If null, the environment decides.</summary>
    public bool? UseDualStack { get; set; }

    /// <summary>
    /// The maximum number of attempts of a request, including the first. The default is 10, about six seconds of back-off on average.
    /// </summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// The longest wait before the first retry; each further retry doubles it. The actual wait is random, from zero to that. The default is
    /// 25 ms.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The longest wait before any retry. The default is 5 s.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The number of tokens for retries, which protect an overloaded service from too many of them. A retry takes 5 tokens, or 10 after a
    /// timeout. A success returns its last retry's tokens, or one token. Null means no limit. The default is 500, as in all AWS SDKs.
    /// </summary>
    public int? RetryTokens { get; set; } = 500;

    /// <summary>
    /// The time limit of one attempt, from connecting to the last byte of the answer. A slower attempt fails and is retried. The default is
    /// 10 s.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time limit for connecting. The default is 3 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// The maximum age of a connection, so that changes of the endpoint's addresses take effect. The default is 5 minutes.
    /// </summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The maximum number of open connections. Null, the default, means as many as there are concurrent requests.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>Whether to request compressed answers: less traffic, more CPU. The default is false.</summary>
    public bool AcceptGzip { get; set; }

    /// <summary>Whether to use the proxy that the environment names. The default is false.</summary>
    public bool UseProxy { get; set; }

    /// <summary>The application's name for the user agent. If null, <c>AWS_SDK_UA_APP_ID</c>, if that is set.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Makes final changes to the HTTP handler: proxies with credentials, certificates, keep-alive pings.</summary>
    public Action<SocketsHttpHandler>? ConfigureHandler { get; set; }

    /// <summary>Logs each retry and each failure, without values of items. If null, nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, for signatures, timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns a random number from 0 up to but excluding 1, for the next wait's jitter.</summary>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>Checks the values and returns a copy, which later changes of these options do not affect.</summary>
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
        ThrowIfNoEndpoint(ServiceEndpoint, nameof(ServiceEndpoint));
        ThrowIfNoEndpoint(StreamsEndpoint, nameof(StreamsEndpoint));
        return (HttpTransportOptions)MemberwiseClone();
    }

    private static void ThrowIfNoTimeout(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} must be positive and at most 24 days, or Timeout.InfiniteTimeSpan.");
        }
    }

    private static void ThrowIfNoEndpoint(Uri? endpoint, string name)
    {
        if (endpoint is null)
            return;
        if (!endpoint.IsAbsoluteUri
            || endpoint.Scheme is not ("http" or "https")
            || endpoint.Query.Length > 0
            || endpoint.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"'{endpoint}' is not a service endpoint: it must look like https://host or http://host:port.", name);
        }
    }
}
