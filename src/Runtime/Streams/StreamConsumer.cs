using System.Runtime.CompilerServices;
using DynamoToolkit.Protocol;
using DynamoToolkit.Streams.DeadLetters;
using DynamoToolkit.Streams.Delivery;
using DynamoToolkit.Streams.Leases;
using DynamoToolkit.Streams.Records;
using DynamoToolkit.Streams.Workers;
using DynamoToolkit.Transport.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoToolkit.Streams;

/// <summary>
/// Reads the stream of a table and hands its changes to handlers. Several processes that run a consumer of the same name share the shards;
/// each change is handled at least once, and the changes of an item in their order. <c>services.AddDynamoStream</c> runs one in a program.
/// </summary>
/// <remarks>Add the handlers first. Everything else is safe for concurrent use.</remarks>
public sealed class StreamConsumer
{
    private readonly DynamoClient client;
    private readonly TableModel model;
    private readonly TableHandle table;
    private readonly StreamConsumerOptions options;
    private readonly List<HandlerBinding> handlers = [];
    private readonly LetterStore letters;
    private readonly ParkedItems parked;
    private readonly ConsumerMeter meter;
    private readonly ILogger logger;
    private volatile ConsumerRun? run;
    private volatile bool isAnnounced;
    private volatile bool hasBegun;
    private int runs;

    private StreamConsumer(DynamoClient client, TableModel model, StreamConsumerOptions options)
    {
        this.client = client;
        this.model = model;
        this.options = options.Validated();
        table = new TableHandle(client.Context, client.Options.ResolveTableName(model.TableName));
        logger = client.Options.Http.LoggerFactory?.CreateLogger(DynamoTelemetry.Name) ?? NullLogger.Instance;
        meter = new ConsumerMeter(table.Name, this.options.Name);
        var letterTable = client.Options.ResolveTableName(this.options.DeadLetterTable ?? this.options.LeaseTable);
        letters = new LetterStore(client.Table<LetterItem>(letterTable), Group, client.Context.Time);
        parked = new ParkedItems(letters);
        if (table.Name == letterTable || table.Name == LeaseTableName)
        {
            throw new ArgumentException(
                $"The table '{table.Name}' can't hold its own consumer's leases and dead letters: each write of them would be a change. "
                + "Use another table, which StreamTable.Define describes.",
                nameof(options));
        }
    }

    /// <summary>The consumer's name.</summary>
    public string Name => options.Name;

    /// <summary>The physical name of the table whose stream is read.</summary>
    public string TableName => table.Name;

    /// <summary>What the consumer does in this process at the moment.</summary>
    public StreamStatus Status
    {
        get
        {
            var current = run;
            var shards = current?.Shards.ToList() ?? [];
            var now = client.Context.Time.GetUtcNow();
            List<string> problems = [.. shards.Where(static shard => shard.Problem is not null)
                .Select(static shard => $"The shard {shard.ShardId} waits: {shard.Problem}.")];
            if (current?.Problem is { } problem)
                problems.Add($"{char.ToUpperInvariant(problem[0])}{problem[1..]}.");
            return new StreamStatus
            {
                IsRunning = isAnnounced || current is not null,
                Shards = shards.Count,
                Lag = shards.Select(static shard => shard.Oldest).Min() is { } oldest && oldest < now ? now - oldest : TimeSpan.Zero,
                PendingRecords = shards.Sum(static shard => shard.Page?.Left ?? 0),
                ParkedItems = parked.Count,
                LeasesReadAt = current?.LeasesReadAt,
                Problems = problems,
            };
        }
    }

    /// <summary>The client.</summary>
    internal DynamoClient Client => client;

    private string Group => $"{table.Name}#{options.Name}";

    private string LeaseTableName => client.Options.ResolveTableName(options.LeaseTable);

    /// <summary>Creates a consumer of the stream of an item type's table.</summary>
    /// <typeparam name="T">Any item type of the table.</typeparam>
    /// <param name="client">The client. Its clock measures all waits, and its logger gets the log.</param>
    /// <param name="options">The options; null for the defaults.</param>
    public static StreamConsumer For<T>(DynamoClient client, StreamConsumerOptions? options = null)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(client);
        return new StreamConsumer(client, T.Model, options ?? new StreamConsumerOptions());
    }

    /// <summary>Adds a handler. It gets the changes of items of its type; several handlers of one type each get them.</summary>
    /// <typeparam name="T">The item type, of the same table.</typeparam>
    /// <param name="handler">The handler. It is used by several threads at the same time.</param>
    /// <exception cref="ArgumentException">The type is in another table, or another handler has the same name.</exception>
    /// <exception cref="InvalidOperationException">The consumer runs already.</exception>
    public StreamConsumer AddHandler<T>(IChangeHandler<T> handler)
        where T : IItem<T>
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (run is not null)
            throw new InvalidOperationException("The consumer runs already. Add its handlers before.");

        var other = client.Options.ResolveTableName(T.Model.TableName);
        if (other != table.Name)
        {
            throw new ArgumentException(
                $"{typeof(T).Name} is in the table '{other}', but the consumer reads the stream of '{table.Name}'. "
                + "Use one consumer for each table.",
                nameof(handler));
        }

        StreamConsumerOptions.CheckName(handler.Name, nameof(handler));
        if (handlers.Exists(known => known.Name == handler.Name))
        {
            throw new ArgumentException(
                $"Two handlers are called '{handler.Name}', so dead letters could not say whose they are. Give one another Name.",
                nameof(handler));
        }

        client.Context.Types.Add(table.Name, T.Model);
        handlers.Add(new HandlerBinding<T>(handler));
        return this;
    }

    /// <summary>
    /// Runs the consumer until it is stopped. Then it waits for the calls of handlers that have begun, writes its positions, and hands its
    /// shards over. If the service does not respond or throttles, also at the start, it waits and tries again, and
    /// <see cref="StreamStatus.Problems"/> shows it.
    /// </summary>
    /// <param name="stop">Stops the consumer. It does not make the method throw.</param>
    /// <exception cref="InvalidOperationException">
    /// The consumer runs already or has no handlers, or the table has no stream, or one without both images.
    /// </exception>
    public async Task RunAsync(CancellationToken stop)
    {
        if (Interlocked.Exchange(ref runs, 1) != 0)
            throw new InvalidOperationException("The consumer runs already.");

        try
        {
            var begun = new ConsumerRun(Prepare());
            run = begun;
            RunningConsumers.Add(this, meter.Tags);
            await begun.RunAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was stopped before it began.
        }
        finally
        {
            RunningConsumers.Remove(this);
            run = null;
            isAnnounced = false;
            Volatile.Write(ref runs, 0);
        }
    }

    /// <summary>
    /// Handles the event that AWS Lambda passes to a function for a stream, with the same handlers, retries and dead letters. No leases are
    /// used: Lambda has its own positions.
    /// </summary>
    /// <param name="json">The event, as JSON in UTF-8.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>
    /// The response for a function that reports batch item failures (<c>ReportBatchItemFailures</c>): empty, or with the first change that
    /// waits for a handler of <see cref="FailurePolicy.StopShard"/>. Lambda delivers it and all later ones again.
    /// </returns>
    /// <exception cref="Wire.ItemFormatException">The text is not an event of a stream.</exception>
    public async Task<StreamBatchResponse> HandleEventAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        var records = StreamRecord.ReadPage(json, model, out _);
        await parked.LoadAsync(cancellationToken).ConfigureAwait(false);
        var progress = new DeliveryProgress(records.Count);
        var delivery = Delivery(DeliveryMode.Report);
        if (!hasBegun)
            await delivery.BeginAsync(_ => $"events of {Name}", cancellationToken).ConfigureAwait(false);
        hasBegun = true;
        await delivery.DeliverAsync(records, progress, CancellationToken.None, cancellationToken).ConfigureAwait(false);
        var response = new StreamBatchResponse();
        if (progress.FinishedInOrder < records.Count)
            response.Add(records[progress.FinishedInOrder].Sequence);
        return response;
    }

    /// <summary>Reads the dead letters of this consumer, item by item, and of each item in the order of its changes.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async IAsyncEnumerable<DeadLetter> ReadDeadLettersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var mark in await letters.ReadMarksAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var letter in await letters.ReadLettersAsync(mark, cancellationToken).ConfigureAwait(false))
                yield return DeadLetter.Of(letter);
        }
    }

    /// <summary>
    /// Hands the dead letters to their handlers again: of each parked item one change after another, until one fails. When all are handled,
    /// the item is not parked any more. Workers may run meanwhile.
    /// </summary>
    /// <param name="filter">Which letters to replay; null for all. An item stays parked from the first one on that is left out.</param>
    /// <param name="cancellationToken">Ends the replay early. It can be repeated.</param>
    public Task<DeadLetterReplayResult> ReplayDeadLettersAsync(
        Func<DeadLetter, bool>? filter = null, CancellationToken cancellationToken = default) =>
        new DeadLetterReplay(letters, handlers).RunAsync(filter, cancellationToken);

    /// <summary>
    /// Says that <see cref="RunAsync"/> is about to begin: a host starts it on another thread, and a check of its health in between must
    /// not find that the consumer does not run.
    /// </summary>
    internal void Announce() => isAnnounced = true;

    /// <summary>
    /// Deletes dead letters without handling them, if a backfill makes good what they would have done. Items without letters are not parked
    /// any more.
    /// </summary>
    /// <remarks>
    /// If the consumer has handlers that keep an index (<c>AddTrigramMaterializer</c>, <c>AddOpenSearch</c>), searches of the index fail or
    /// fall back from then on, until a repair or backfill that begins later has finished. So discard their letters first.
    /// </remarks>
    /// <param name="filter">Which letters to delete.</param>
    /// <param name="cancellationToken">Ends the call early. It can be repeated.</param>
    /// <returns>The number of deleted letters.</returns>
    public async Task<int> DiscardDeadLettersAsync(Func<DeadLetter, bool> filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var count = 0;
        HashSet<string> missing = new(StringComparer.Ordinal);
        foreach (var mark in await letters.ReadMarksAsync(cancellationToken).ConfigureAwait(false))
        {
            var current = await letters.FindMarkAsync(mark, cancellationToken).ConfigureAwait(false) ?? mark;
            var all = await letters.ReadLettersAsync(mark, cancellationToken).ConfigureAwait(false);
            foreach (var letter in all.Where(letter => filter(DeadLetter.Of(letter))).ToList())
            {
                if (missing.Add(letter.Handler) && handlers.Find(handler => handler.Name == letter.Handler) is { } known)
                    await known.MissAsync(cancellationToken).ConfigureAwait(false);
                await letters.DeleteAsync(letter, cancellationToken).ConfigureAwait(false);
                all.Remove(letter);
                count++;
            }

            if (all.Count == 0)
                await letters.TryUnparkAsync(current, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} of {TableName}";

    private ConsumerContext Prepare()
    {
        var delivery = Delivery(DeliveryMode.Wait);
        var leases = new LeaseStore(client.Table<LeaseItem>(LeaseTableName), Group, options.WorkerName);
        return new ConsumerContext
        {
            Table = table,
            Model = model,
            Options = options,
            Leases = leases,
            Sync = new ShardSync(table, leases, delivery),
            Parked = parked,
            Delivery = delivery,
            Meter = meter,
            Logger = logger,
        };
    }

    private RecordDelivery Delivery(DeliveryMode mode) => handlers.Count > 0
        ? new RecordDelivery(client.Context, handlers, parked, options, meter, logger, mode)
        : throw new InvalidOperationException($"The consumer '{Name}' has no handlers. Add one with AddHandler.");
}
