using Amazon.Runtime;
using DynamoToolkit.Transport;

namespace DynamoToolkit;

/// <summary>How a <see cref="DynamoClient"/> finds its service and its tables.</summary>
public sealed class DynamoClientOptions
{
    internal const int MinPageTokenKeyLength = 16;

    /// <summary>The AWS region, such as <c>eu-west-1</c>. If it is null, the AWS SDK's default chain finds it.</summary>
    public string? Region
    {
        get => Http.Region;
        set => Http.Region = value;
    }

    /// <summary>
    /// The address of any server that speaks DynamoDB's protocol, such as <c>http://127.0.0.1:8000</c>. If it is null, requests go to the
    /// service's own address.
    /// </summary>
    public Uri? ServiceEndpoint
    {
        get => Http.ServiceEndpoint;
        set => Http.ServiceEndpoint = value;
    }

    /// <summary>The credentials to sign with. If it is null, the AWS SDK's default chain finds them.</summary>
    public AWSCredentials? Credentials
    {
        get => Http.Credentials;
        set => Http.Credentials = value;
    }

    /// <summary>Everything else about the default transport: retries, timeouts, connections, logging.</summary>
    public HttpTransportOptions Http { get; } = new();

    /// <summary>The text before each table name that <see cref="TableNames"/> does not map, such as <c>staging-</c>.</summary>
    public string TableNamePrefix { get; set; } = "";

    /// <summary>
    /// The physical names of individual tables, by their name in the model. They are used without <see cref="TableNamePrefix"/>.
    /// </summary>
    public IDictionary<string, string> TableNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The key that page tokens are signed with: at least 16 random bytes, the same for every instance of a service. Without it a token
    /// carries a checksum, which detects damage and mix-ups but not forgery. Even a forged token reaches only the table and index of its
    /// query.
    /// </summary>
    public byte[]? PageTokenKey { get; set; }

    /// <summary>
    /// How many attempts without progress a batch makes before it reports the remaining operations as unprocessed. The default is 10.
    /// </summary>
    public int BatchAttempts { get; set; } = 10;

    /// <summary>
    /// How often a transaction, or a single write, tries again after a <c>TransactionConflict</c>: another transaction was working on one
    /// of its items, and nothing was written. The wait is random, and its bound grows from 50 ms to 5 s. With 0, the default, a conflict is
    /// an error immediately, as in the AWS SDK.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html"/>
    public int MaxConflictRetries { get; set; }

    /// <summary>
    /// Whether the client's calls have spans and metrics, over any transport. The default is true; it costs nothing if nobody listens.
    /// </summary>
    public bool EnableTelemetry { get; set; } = true;

    /// <summary>
    /// How long items are kept, by the names of <see cref="RetentionAttribute"/>. A policy that is not here has the duration of its
    /// attribute; <see cref="Timeout.InfiniteTimeSpan"/> keeps items for ever. The case of a name does not matter, as in configuration. A
    /// change applies to new items; <c>ApplyRetentionAsync</c> brings it to those that exist.
    /// </summary>
    public IDictionary<string, TimeSpan> Retention { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The clock. It decides which items have expired, and times the waits.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Returns a random number from 0 to below 1: the part of its longest wait that a batch, or a write after a conflict, waits before it
    /// continues.
    /// </summary>
    public Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>The physical name of a table.</summary>
    /// <param name="tableName">The name in the model.</param>
    public string ResolveTableName(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return TableNames.TryGetValue(tableName, out var physical) ? physical : TableNamePrefix + tableName;
    }

    internal DynamoClientOptions Validated()
    {
        ArgumentNullException.ThrowIfNull(TableNamePrefix);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Jitter);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxConflictRetries);
        foreach (var (name, duration) in Retention)
        {
            if (duration <= TimeSpan.Zero && duration != Timeout.InfiniteTimeSpan)
            {
                throw new ArgumentException(
                    $"The retention '{name}' is {duration}. Use a positive duration, or Timeout.InfiniteTimeSpan to keep items for ever.",
                    nameof(Retention));
            }
        }

        if (PageTokenKey is { Length: < MinPageTokenKeyLength })
            throw new ArgumentException($"PageTokenKey needs at least {MinPageTokenKeyLength} bytes.", nameof(PageTokenKey));

        return this;
    }
}
