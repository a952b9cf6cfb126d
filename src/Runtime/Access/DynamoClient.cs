using System.Collections.Concurrent;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Transport.Telemetry;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// The entry point. It gives access to tables, and to transactions and batches that span several tables. Use one client for the whole
/// program: it is safe for concurrent use. It owns its transport and disposes it.
/// </summary>
public sealed class DynamoClient : IDisposable
{
    private readonly ConcurrentDictionary<Type, object> tables = new();

    /// <summary>Creates a client for the service, or for any server that speaks its protocol.</summary>
    public DynamoClient(DynamoClientOptions? options = null)
        : this(new HttpTransport((options ??= new DynamoClientOptions()).Http), options)
    {
    }

    /// <summary>Creates a client over your own transport: the embedded engine, the AWS SDK's pipeline, a fake.</summary>
    public DynamoClient(IDynamoTransport transport, DynamoClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        Transport = transport;
        Options = (options ?? new DynamoClientOptions()).Validated();
        Context = new ClientContext(Observe(transport, Options), Options.TimeProvider)
        {
            BatchAttempts = Options.BatchAttempts,
            Jitter = Options.Jitter,
            MaxConflictRetries = Options.MaxConflictRetries,
            PageTokenKey = Options.PageTokenKey,
            Retention = new Dictionary<string, TimeSpan>(Options.Retention),
        };
    }

    /// <summary>The transport that sends the requests.</summary>
    public IDynamoTransport Transport { get; }

    internal DynamoClientOptions Options { get; }

    /// <summary>What requests need from the client.</summary>
    internal ClientContext Context { get; }

    /// <summary>The table of an item type, by the name that the type declares and the options map.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    public DynamoTable<T> Table<T>()
        where T : IItem<T> =>
        tables.TryGetValue(typeof(T), out var table)
            ? (DynamoTable<T>)table
            : (DynamoTable<T>)tables.GetOrAdd(typeof(T), Table<T>(Options.ResolveTableName(T.Model.TableName)));

    /// <summary>The table of an item type, by its physical name.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="name">The table's name, used unchanged.</param>
    public DynamoTable<T> Table<T>(string name)
        where T : IItem<T> => new(this, name);

    /// <summary>Writes up to 100 items of any types, all or none.</summary>
    /// <param name="operations">Puts, updates, deletes and condition checks, each on a different item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="TransactWriteCanceledException">
    /// A condition did not hold, or another transaction interfered. Nothing was written. The exception reports which operations failed and
    /// why.
    /// </exception>
    public Task<TransactWriteResult> TransactWriteAsync(
        IEnumerable<IWriteOperation> operations, CancellationToken cancellationToken = default) =>
        TransactWriteAsync(operations, new TransactWriteOptions(), cancellationToken);

    /// <inheritdoc cref="TransactWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/>
    /// <param name="operations">Puts, updates, deletes and condition checks, each on a different item.</param>
    /// <param name="options">The token, and what the result reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TransactWriteResult> TransactWriteAsync(
        IEnumerable<IWriteOperation> operations, TransactWriteOptions options, CancellationToken cancellationToken = default) =>
        Transactions.WriteAsync(Context, operations, options, cancellationToken);

    /// <summary>Returns the request of a transaction that writes, for debugging. It sends nothing.</summary>
    /// <param name="operations">Puts, updates, deletes and condition checks, each on another item.</param>
    /// <param name="options">The options. Without a token of its own, a transaction gets a new one each time.</param>
    /// <exception cref="ArgumentException">An operation cannot be in the transaction.</exception>
    public RequestPreview PreviewTransactWrite(IEnumerable<IWriteOperation> operations, TransactWriteOptions? options = null) =>
        Transactions.PreviewWrite(Context, operations, options ?? new TransactWriteOptions());

    /// <summary>Reads up to 100 items of any types in one snapshot.</summary>
    /// <param name="operations">The gets, each of a different item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TransactGetResult> TransactGetAsync(IEnumerable<IGetOperation> operations, CancellationToken cancellationToken = default) =>
        TransactGetAsync(operations, new TransactGetOptions(), cancellationToken);

    /// <inheritdoc cref="TransactGetAsync(IEnumerable{IGetOperation}, CancellationToken)"/>
    /// <param name="operations">The gets, each of a different item.</param>
    /// <param name="options">What the result reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<TransactGetResult> TransactGetAsync(
        IEnumerable<IGetOperation> operations, TransactGetOptions options, CancellationToken cancellationToken = default) =>
        Transactions.GetAsync(Context, operations, options, cancellationToken);

    /// <summary>Reads two items in one snapshot.</summary>
    public async Task<(T1? First, T2? Second)> TransactGetAsync<T1, T2>(
        GetBuilder<T1> first, GetBuilder<T2> second, CancellationToken cancellationToken = default)
        where T1 : IDynamoMap<T1>
        where T2 : IDynamoMap<T2>
    {
        var items = await TransactGetAsync([first, second], cancellationToken).ConfigureAwait(false);
        return (items.Find(first), items.Find(second));
    }

    /// <summary>Reads three items in one snapshot.</summary>
    public async Task<(T1? First, T2? Second, T3? Third)> TransactGetAsync<T1, T2, T3>(
        GetBuilder<T1> first, GetBuilder<T2> second, GetBuilder<T3> third, CancellationToken cancellationToken = default)
        where T1 : IDynamoMap<T1>
        where T2 : IDynamoMap<T2>
        where T3 : IDynamoMap<T3>
    {
        var items = await TransactGetAsync([first, second, third], cancellationToken).ConfigureAwait(false);
        return (items.Find(first), items.Find(second), items.Find(third));
    }

    /// <summary>
    /// Puts and deletes any number of items of any types, up to 25 in each request. The operations run in no particular order, and some can
    /// succeed while others fail.
    /// </summary>
    /// <param name="operations">Puts and deletes without conditions, each on a different item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result, with the operations that were not done after retries.</returns>
    /// <exception cref="BatchWriteException">A request failed for good. The exception has the operations that were not done.</exception>
    public Task<BatchWriteResult> BatchWriteAsync(IEnumerable<IWriteOperation> operations, CancellationToken cancellationToken = default) =>
        BatchWriteAsync(operations, new BatchWriteOptions(), cancellationToken);

    /// <inheritdoc cref="BatchWriteAsync(IEnumerable{IWriteOperation}, CancellationToken)"/>
    /// <param name="operations">Puts and deletes without conditions, each on a different item.</param>
    /// <param name="options">What the result reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<BatchWriteResult> BatchWriteAsync(
        IEnumerable<IWriteOperation> operations, BatchWriteOptions options, CancellationToken cancellationToken = default) =>
        new WriteBatch(Context, operations, options).RunAsync(cancellationToken);

    /// <summary>Reads any number of items of any types, up to 100 in each request.</summary>
    /// <param name="operations">The gets, each of a different item.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BatchGetException{TResult}">A request failed for good. Its <c>Result</c> has what was read before.</exception>
    public Task<BatchGetResult> BatchGetAsync(IEnumerable<IGetOperation> operations, CancellationToken cancellationToken = default) =>
        BatchGetAsync(operations, new BatchGetOptions(), cancellationToken);

    /// <inheritdoc cref="BatchGetAsync(IEnumerable{IGetOperation}, CancellationToken)"/>
    /// <param name="operations">The gets, each of a different item.</param>
    /// <param name="options">How to read, and what the result reports. A get that sets these options itself is refused.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<BatchGetResult> BatchGetAsync(
        IEnumerable<IGetOperation> operations, BatchGetOptions options, CancellationToken cancellationToken = default) =>
        new GetBatch(Context, operations, options).RunAsync(cancellationToken);

    /// <summary>Disposes the transport.</summary>
    public void Dispose() => Transport.Dispose();

    private static IDynamoTransport Observe(IDynamoTransport transport, DynamoClientOptions options) =>
        options.EnableTelemetry ? ObservedTransport.Over(transport, options.Http.LoggerFactory) : new UnobservedTransport(transport);
}
