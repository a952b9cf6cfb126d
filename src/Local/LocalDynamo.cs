using DynamoToolkit.Local.Doors;
using DynamoToolkit.Local.Durability;
using DynamoToolkit.Local.Expiry;
using DynamoToolkit.Local.Faults;
using DynamoToolkit.Local.Heat;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local;

/// <summary>
/// DynamoDB inside your process. It is a transport, which a client uses without a socket: <c>new DynamoClient(LocalDynamo.InMemory())</c>.
/// Safe for concurrent use.
/// </summary>
public sealed class LocalDynamo : IDynamoTransport
{
    /// <summary>The maximum size of a request body in bytes, here as in the service.</summary>
    public const int MaxRequestBytes = Dispatcher.MaxRequestBytes;

    private readonly Store store;
    private readonly Dispatcher dispatcher;
    private readonly WriteAheadLog? log;
    private readonly HeatMeter? meter;
    private readonly FaultPlan faults;
    private readonly FaultGate gate;
    private readonly Viewer viewer;
    private readonly ExpirySweeper sweeper;
    private int disposed;

    private LocalDynamo(WriteAheadLog? log, LocalDynamoOptions options)
    {
        this.log = log;
        store = new Store(log, options.TimeProvider);
        faults = new FaultPlan(options.FaultSeed);
        meter = options.Heat is null ? null : new HeatMeter(options.Heat, options.TimeProvider);
        dispatcher = new Dispatcher(store, meter, faults, options.TimeProvider);
        gate = new FaultGate(dispatcher, faults, options.TimeProvider);
        viewer = new Viewer(store, options.TimeProvider);
        sweeper = new ExpirySweeper(store, options.TimeProvider, options.ExpiryDelay, options.ExpiryInterval);
    }

    /// <summary>Whether the engine measures heat: <see cref="LocalDynamoOptions.Heat"/> is set.</summary>
    public bool MeasuresHeat => meter is not null;

    /// <summary>The capacity that each partition key consumes.</summary>
    /// <exception cref="InvalidOperationException">
    /// The engine does not measure it: <see cref="LocalDynamoOptions.Heat"/> is not set.
    /// </exception>
    public LocalHeat Heat => meter is not null
        ? new LocalHeat(meter)
        : throw new InvalidOperationException("The engine does not measure heat. Set LocalDynamoOptions.Heat.");

    /// <summary>The faults that the engine injects, for tests.</summary>
    public LocalFaults Faults => new(faults);

    /// <summary>What opening the folder found; null if the data is in memory.</summary>
    public LocalRecovery? Recovery => log?.Report;

    /// <summary>
    /// Why the folder takes no writes at the moment, such as a full disk; null if it takes them, or if the data is in memory. After a write
    /// has failed, this checks the disk. Reads go on, and so do writes once the disk takes them.
    /// </summary>
    public string? WriteProblem => log?.Probe()?.Message;

    /// <summary>Whether a write tries a disk that has failed before, and may wait for it.</summary>
    internal bool TriesDisk => log?.HasFailed == true;

    /// <summary>Why the last snapshot of the folder could not be taken; null if it could. The logs hold everything meanwhile.</summary>
    public string? SnapshotProblem => log?.SnapshotFailure?.Message;

    /// <summary>Creates an engine that keeps its data in memory.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    public static LocalDynamo InMemory(LocalDynamoOptions? options = null) => new(log: null, options ?? new LocalDynamoOptions());

    /// <summary>Opens an engine that keeps its data in a folder. Acknowledged writes survive the process, however it ends.</summary>
    /// <param name="folder">The folder, which is created if it does not exist. Only one engine at a time can have it open.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="LocalDataException">
    /// The folder is in use, or acknowledged writes are damaged or missing (see <see cref="LocalDynamoOptions.Recover"/>).
    /// </exception>
    public static LocalDynamo Open(string folder, LocalDynamoOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new LocalDynamoOptions();
        return Open(folder, options, Disk.Real);
    }

    /// <summary>Opens an engine on a disk that fails when a test wants it to.</summary>
    internal static LocalDynamo Open(string folder, LocalDynamoOptions options, Disk disk) =>
        new(WriteAheadLog.Open(folder, options.FlushToDisk, options.CompactionThreshold, options.Recover, disk), options);

    /// <inheritdoc/>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
            return response.Body;

        using var body = response.Body;
        throw ServiceErrors.ToException(request.Operation, response.StatusCode, body.WrittenSpan, response.RequestId);
    }

    /// <summary>
    /// Answers a request at the level of bytes, as the service does over HTTP. All doors call it.
    /// </summary>
    /// <param name="operation">The operation's name, such as <c>GetItem</c>.</param>
    /// <param name="body">The UTF-8 JSON body. Every body gets a response; errors are error responses of the service.</param>
    /// <param name="cancellationToken">Ends the wait for the disk. The write still happens.</param>
    /// <exception cref="DroppedConnectionException">An injected fault drops the connection.</exception>
    public ValueTask<LocalResponse> ExecuteAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
        return faults.IsEmpty
            ? dispatcher.ExecuteAsync(operation, body, cancellationToken)
            : gate.ExecuteAsync(operation, body, cancellationToken);
    }

    /// <summary>Answers a request of someone who only looks, which counts as no heat and meets no fault.</summary>
    /// <param name="operation">The name of an operation that reads.</param>
    /// <param name="body">The UTF-8 JSON body.</param>
    /// <returns>The body of the response, which may be an error.</returns>
    internal WireBuffer View(string operation, ReadOnlyMemory<byte> body)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        return viewer.Answer(operation, body);
    }

    /// <summary>
    /// Deletes the items that expired at least <see cref="LocalDynamoOptions.ExpiryDelay"/> ago, without waiting for the next round.
    /// </summary>
    /// <returns>The number of deleted items.</returns>
    public int DeleteExpired() => sweeper.Sweep();

    /// <summary>
    /// Copies all data to a new folder, as of one moment, while requests go on. <see cref="Open(string, LocalDynamoOptions?)"/> opens the
    /// copy.
    /// </summary>
    /// <param name="folder">The folder, which is created. It must not have data.</param>
    /// <param name="cancellationToken">Ends the copy. Nothing of it is left.</param>
    /// <exception cref="LocalDataException">The folder has data already.</exception>
    /// <exception cref="IOException">The copy failed. Nothing of it is left.</exception>
    public async Task BackupAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        var (catalog, kept) = store.Freeze();
        await kept.WaitAsync(cancellationToken).ConfigureAwait(false);
        await Task.Run(() => FolderCopy.Write(catalog, folder, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Copies the data of a folder to a new one: makes a backup of a folder, which another process may have open, or restores one.
    /// </summary>
    /// <param name="from">The folder to copy.</param>
    /// <param name="to">The new folder, which is created. It must not have data.</param>
    /// <param name="cancellationToken">Ends the copy. Nothing of it is left.</param>
    /// <exception cref="LocalDataException">Acknowledged writes are damaged or missing, or the new folder has data already.</exception>
    /// <exception cref="IOException">The copy failed. Nothing of it is left.</exception>
    public static Task CopyFolderAsync(string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        return Task.Run(() => FolderCopy.Copy(from, to, cancellationToken), cancellationToken);
    }

    // What is an answer that never comes over HTTP is this exception to a client.
    private async ValueTask<LocalResponse> AnswerAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(request.Operation.ToString(), request.Body, cancellationToken).ConfigureAwait(false);
        }
        catch (DroppedConnectionException exception)
        {
            throw new TransportException($"{request.Operation} got no answer: {exception.Message}", exception)
            {
                Operation = request.Operation,
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;

        sweeper.Dispose();
        log?.Dispose();
    }
}
