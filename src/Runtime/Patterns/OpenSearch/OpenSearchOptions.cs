using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// Where OpenSearch is, how requests are signed, and whether searches go there. Without an <see cref="Endpoint"/> everything works without
/// OpenSearch: the trigram index answers.
/// </summary>
public sealed class OpenSearchOptions
{
    /// <summary>
    /// Whether searches go to OpenSearch as soon as a backfill has filled the index. The default is true. While it is false, the trigram
    /// index answers searches, and changes still arrive in OpenSearch, so that it can be switched on again at any time.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The address of the domain, the collection or the server, such as <c>https://search-x.eu-west-1.es.amazonaws.com</c>. Null, the
    /// default, means that there is none: searches go to the trigram index, and changes are not written anywhere.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// The name of the service in signatures: <c>es</c> for a domain of Amazon OpenSearch Service, <c>aoss</c> for a collection of
    /// OpenSearch Serverless. Null, the default, if requests are not to be signed.
    /// </summary>
    public string? SigningService { get; set; }

    /// <summary>
    /// The region in signatures. If null, the AWS SDK's own chain finds it (environment, profile, instance metadata).
    /// </summary>
    public string? Region { get; set; }

    /// <summary>The credentials that sign requests. If null, the AWS SDK's own chain finds them.</summary>
    public AWSCredentials? Credentials { get; set; }

    /// <summary>The name of a user for HTTP basic authentication, for a server of your own. It needs <see cref="Password"/>.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// The names of indexes in OpenSearch, by the name of the item type: <c>IndexNames["Person"] = "people-v2"</c>. A type that is not here
    /// has the index <c>table-type</c> in lower case, such as <c>persons-person</c>.
    /// </summary>
    public IDictionary<string, string> IndexNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The analyzer of texts, which reduces words to their stems. The default is <c>english</c>; others are <c>german</c> and
    /// <c>french</c>, or <c>standard</c> for none. It matters when an index is created.
    /// </summary>
    /// <seealso href="https://docs.opensearch.org/latest/analyzers/language-analyzers/index/"/>
    public string Analyzer { get; set; } = "english";

    /// <summary>
    /// How long a search waits for OpenSearch before the trigram index answers: for all its requests together, without the reads from
    /// DynamoDB. The default is 2 s.
    /// </summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long any other request may take. The default is 10 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long no search goes to OpenSearch after one has failed. Then one search tries, and the others follow if it succeeds. The default
    /// is 30 s.
    /// </summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The maximum size of an answer in bytes; a larger one is an error. The default is 16 MiB.</summary>
    public int MaxAnswerBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Creates what sends requests: a handler with a proxy, certificates or a stand-in for tests. It is called once for a connection. If
    /// null, a <see cref="SocketsHttpHandler"/> without redirects, cookies and proxies.
    /// </summary>
    public Func<HttpMessageHandler>? CreateHandler { get; set; }

    /// <summary>Logs when OpenSearch begins to fail, and when it answers again. If null, nothing is logged.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, for signatures, timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <exception cref="ArgumentException">An option is invalid, or two of them contradict each other.</exception>
    internal void ThrowIfInvalid()
    {
        ThrowIfNotPositive(SearchTimeout, nameof(SearchTimeout));
        ThrowIfNotPositive(WriteTimeout, nameof(WriteTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryAfter, TimeSpan.Zero, nameof(RetryAfter));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAnswerBytes, 1, nameof(MaxAnswerBytes));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentException.ThrowIfNullOrEmpty(Analyzer);
        if (Endpoint is { } endpoint
            && (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https") || endpoint.Query.Length > 0
                || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0))
        {
            throw new ArgumentException("The endpoint must look like https://host or http://host:port.", nameof(Endpoint));
        }

        if (SigningService is { } service && service is not ("es" or "aoss"))
        {
            throw new ArgumentException(
                $"'{service}' is not a service that requests to OpenSearch are signed for. Use es, aoss, or null for no signatures.",
                nameof(SigningService));
        }

        if (UserName is null != Password is null || UserName?.Contains(':', StringComparison.Ordinal) == true)
            throw new ArgumentException("Set both UserName and Password. A user's name has no colon.", nameof(UserName));
        if (UserName is not null && SigningService is not null)
            throw new ArgumentException("Requests can be signed or have a user's name and password, but not both.", nameof(UserName));
        foreach (var name in IndexNames.Values)
            IndexName.ThrowIfInvalid(name);
    }

    private static void ThrowIfNotPositive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and at most 24 days.");
    }
}
