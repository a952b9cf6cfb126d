using Amazon.Runtime;
using DynamoToolkit.Transport;

namespace DynamoToolkit;

/// <summary>How a <see cref="DynamoClient"/> finds its service and its tables.</summary>
public sealed class DynamoClientOptions
{
    internal const int MinPageTokenKeyLength = 16;

    /// <summary>The AWS region, such as <c>eu-west-1</c>. When null, the AWS SDK's own chain finds it.</summary>
    public string? Region
    {
        get => Http.Region;
        set => Http.Region = value;
    }

    /// <summary>The address of any server that speaks DynamoDB's protocol, such as <c>http://127.0.0.1:8000</c>. When null, the service's own.</summary>
    public Uri? ServiceEndpoint
    {
        get => Http.ServiceEndpoint;
        set => Http.ServiceEndpoint = value;
    }

    /// <summary>The credentials to sign with. When null, the AWS SDK's own chain finds them.</summary>
    public AWSCredentials? Credentials
    {
        get => Http.Credentials;
        set => Http.Credentials = value;
    }

    /// <summary>Everything else about the default transport: retries, timeouts, connections, logging.</summary>
    public HttpTransportOptions Http { get; } = new();

    /// <summary>Text before every table name of a model that <see cref="TableNames"/> does not map: <c>staging-</c>.</summary>
    public string TableNamePrefix { get; set; } = "";

    /// <summary>The physical names of single tables, by the name in the model. Taken as they are, without <see cref="TableNamePrefix"/>.</summary>
    public IDictionary<string, string> TableNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// The key that page tokens are signed with: at least 16 random bytes, the same for every instance of a service. Without it a token carries a
    /// checksum, which finds damage and mix-ups but no forgery; what a forged token can reach is then still no more than its query's own table and index.
    /// </summary>
    public byte[]? PageTokenKey { get; set; }

    /// <summary>How often a batch goes without any progress before what is left is reported as unprocessed. 10.</summary>
    public int BatchAttempts { get; set; } = 10;

    /// <summary>
    /// How often a transaction, or a single write, tries again after a <c>TransactionConflict</c>: another transaction was at one of its
    /// items, and nothing was written. The wait is random, its bound grows from 50 ms to 5 s. 0, the default, makes a conflict an error at
    /// once, as the AWS SDK does.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html"/>
    public int MaxConflictRetries { get; set; }

    /// <summary>
    /// Whether the client's calls have spans and metrics, over any transport. The default is true; it costs nothing if nobody listens.
    /// </summary>
    public bool EnableTelemetry { get; set; } = true;

    /// <summary>The clock: what has expired, and how long to wait.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gives a random number from 0 to below 1: what part of its longest time a batch, or a write after a conflict, waits before it goes on.</summary>
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
        if (PageTokenKey is { Length: < MinPageTokenKeyLength })
            throw new ArgumentException($"PageTokenKey needs at least {MinPageTokenKeyLength} bytes.", nameof(PageTokenKey));

        return this;
    }
}
