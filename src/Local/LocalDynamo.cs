using DynamoToolkit.Local.Doors;
using DynamoToolkit.Local.Durability;
using DynamoToolkit.Local.Expiry;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local;

/// <summary>
/// DynamoDB inside your process. It is a transport, so that a client can use it without a socket:
/// <c>new DynamoClient(LocalDynamo.InMemory())</c>. Safe for concurrent use.
/// </summary>
public sealed class LocalDynamo : IDynamoTransport
{
    private readonly Dispatcher dispatcher;
    private readonly WriteAheadLog? log;
    private readonly ExpirySweeper sweeper;
    private int disposed;

    private LocalDynamo(WriteAheadLog? log, LocalDynamoOptions options)
    {
        this.log = log;
        var store = new Store(log);
        dispatcher = new Dispatcher(store, options);
        sweeper = new ExpirySweeper(store, options);
    }

    /// <summary>A new engine that forgets everything with its process.</summary>
    /// <param name="options">What to set; null for the defaults.</param>
    public static LocalDynamo InMemory(LocalDynamoOptions? options = null) => new(log: null, options ?? new LocalDynamoOptions());

    /// <summary>An engine that keeps its data in a folder: an acknowledged write is there again when the folder is opened after any end of the process.</summary>
    /// <param name="folder">The folder; made if it is not there. One engine at a time can have it open.</param>
    /// <param name="options">What to set; null for the defaults.</param>
    /// <exception cref="LocalDataException">The folder is in use, or its data is damaged.</exception>
    public static LocalDynamo Open(string folder, LocalDynamoOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new LocalDynamoOptions();
        return new LocalDynamo(WriteAheadLog.Open(folder, options), options);
    }

    /// <inheritdoc/>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var response = await ExecuteAsync(request.Operation.ToString(), request.Body, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
            return response.Body;

        using var body = response.Body;
        throw ServiceErrors.ToException(request.Operation, response.StatusCode, body.WrittenSpan, response.RequestId);
    }

    /// <summary>
    /// Answers a request on the level of bytes, as the service would over HTTP. Both doors, this transport and the HTTP port, come through here.
    /// </summary>
    /// <param name="operation">The operation's name, such as <c>GetItem</c>.</param>
    /// <param name="body">The UTF-8 JSON body; whatever it holds, the answer is a response or an error of the service's kinds.</param>
    /// <param name="cancellationToken">Ends the wait for the disk; the write happens nevertheless.</param>
    public ValueTask<LocalResponse> ExecuteAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
        return dispatcher.ExecuteAsync(operation, body, cancellationToken);
    }

    /// <summary>Deletes the items whose expiry time has passed by the delay set, without waiting for the next regular round.</summary>
    /// <returns>How many items were deleted.</returns>
    public int DeleteExpired() => sweeper.Sweep();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;

        sweeper.Dispose();
        log?.Dispose();
    }
}
