using System.Text;
using System.Text.Json.Nodes;
using DynamoToolkit;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using TrackingStore.Artifacts;
using TrackingStore.Model;
using TrackingStore.Store;
using TrackingStore.Values;

namespace TrackingStore.Tests.Support;

/// <summary>
/// The store without a server, on an engine of its own, with a clock that stands still. It counts its requests. The engine deletes expired
/// items only when a test says so.
/// </summary>
internal sealed class TestStore : IDynamoTransport
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 8, 30, 0, 123, TimeSpan.Zero);
    private readonly RequestHook hook = new();
    private readonly Lock gate = new();
    private readonly List<DynamoOperation> operations = [];
    private double? units;
    private long? bytes;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tracking-store");

    private TestStore(TimeSpan retention, bool keepsSummaries, SeriesSizes sizes)
    {
        Engine = LocalDynamo.InMemory(new LocalDynamoOptions { TimeProvider = Clock, ExpiryInterval = Timeout.InfiniteTimeSpan });
        Table = new TrackingTable(ClientOf(retention));
        Artifacts = ArtifactExtensions.Open(folder.FullName);
        Stages = new RunStages(Table, Clock);
        Parts = new PartRemoval(Table);
        Purge = new RunPurge(Table, Parts, Artifacts, Clock);
        Names = new NameIndex(Table, isWanted: true);
        Experiments = new ExperimentStore(Table, new RunSweep(Table, Stages), Names, new DefaultArtifactRoot(ArtifactLocations.ProxyRoot));
        var texts = new DatasetTexts(Table);
        Runs = new RunStore(Table, Experiments, Stages, texts);
        RunSearch = new RunSearch(Table, Runs, new RunColumns(Table), new KeptSummaries(keepsSummaries), Names);
        Summaries = new RunSummaries(Table);
        ExperimentSearch = new ExperimentSearch(Table, Experiments, Names);
        Log = new LogStore(Table, Runs, Queue);
        var series = new MetricSeries(Table);
        Merge = new HistoryMerge(Table, new SeriesWriter(Table, series, sizes));
        History = new HistoryStore(Table, Runs, series, sizes, Queue);
        Charts = new ChartStore(Runs, History, new SeriesSummary(series, sizes));
        Inputs = new InputStore(Table, Runs, texts);
        Users = new UserStore(Table, iterations: 1);
        Grants = new GrantStore(Table, Users);
        var reader = new ModelReader(Table);
        var writes = new TalliedWrites(Table);
        Models = new ModelStore(Table, reader, writes, Parts, Clock);
        LoggedModels = new LoggedModelStore(Table, Experiments, Clock);
        ModelMetrics = new LoggedModelMetrics(Table, LoggedModels);
        LoggedModelSearch = new LoggedModelSearch(Table, LoggedModels);
        var remains = new VersionRemains(Table, reader, writes);
        ModelVersions = new ModelVersionStore(Table, Models, reader, writes, remains, LoggedModels, new Registrations(Table));
        ModelSearch = new ModelSearch(Table, reader, Names);
        Unseen = new UnseenParts(Table, new PartOwners(Table), Parts, remains, Clock);
    }

    public LocalDynamo Engine { get; }

    public SteppingClock Clock { get; } = new(Start);

    public TrackingTable Table { get; }

    public ArtifactRepository Artifacts { get; }

    public RunStages Stages { get; }

    public PartRemoval Parts { get; }

    public RunPurge Purge { get; }

    public NameIndex Names { get; }

    public ExperimentStore Experiments { get; }

    public ExperimentSearch ExperimentSearch { get; }

    public RunStore Runs { get; }

    public RunSearch RunSearch { get; }

    public RunSummaries Summaries { get; }

    public LogStore Log { get; }

    public HistoryQueue Queue { get; } = new();

    public HistoryMerge Merge { get; }

    public HistoryStore History { get; }

    public ChartStore Charts { get; }

    public InputStore Inputs { get; }

    public UserStore Users { get; }

    public GrantStore Grants { get; }

    public ModelStore Models { get; }

    public LoggedModelStore LoggedModels { get; }

    public LoggedModelMetrics ModelMetrics { get; }

    public LoggedModelSearch LoggedModelSearch { get; }

    public ModelVersionStore ModelVersions { get; }

    public ModelSearch ModelSearch { get; }

    public UnseenParts Unseen { get; }

    /// <summary>
    /// What happens before the next request of an operation is sent, once: another request that comes in between. Requests of the same
    /// operation that are sent at the same time wait for it.
    /// </summary>
    public (DynamoOperation Operation, Func<Task> Action)? Before
    {
        get => hook.Next;
        set => hook.Next = value;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes a store with its table and default experiment.</summary>
    /// <param name="retention">How long deleted runs are kept; null for ever.</param>
    /// <param name="keepsSummaries">Whether searches use the summaries that runs have.</param>
    /// <param name="sizes">How large the pieces of the history are; null for those of a server.</param>
    public static async Task<TestStore> StartAsync(TimeSpan? retention = null, bool keepsSummaries = false, SeriesSizes? sizes = null)
    {
        var store = new TestStore(retention ?? Timeout.InfiniteTimeSpan, keepsSummaries, sizes ?? new SeriesSizes());
        await store.Table.EnsureAsync(hasStream: false, Ct);
        await store.Experiments.EnsureDefaultAsync(Ct);
        await store.Names.LoadAsync(Ct);
        return store;
    }

    /// <summary>Removes the runs that have expired.</summary>
    public Task<int> PurgeAsync(CancellationToken cancellationToken) => Purge.PurgeAsync(new LeftArtifacts(Artifacts), cancellationToken);

    /// <summary>A client of the store's engine.</summary>
    public DynamoClient ClientOf(TimeSpan retention) =>
        new(this, new DynamoClientOptions { TimeProvider = Clock, Retention = { [RunItem.DeletedRuns] = retention } });

    /// <summary>The write units that something takes.</summary>
    public async Task<double> WriteUnitsOfAsync(Func<Task> action)
    {
        lock (gate) units = 0;
        await action();
        lock (gate)
        {
            var taken = units!.Value;
            units = null;
            return taken;
        }
    }

    /// <summary>The bytes of the items that queries of something read.</summary>
    public async Task<long> QueriedBytesOfAsync(Func<Task> action)
    {
        lock (gate) bytes = 0;
        await action();
        lock (gate)
        {
            var read = bytes!.Value;
            bytes = null;
            return read;
        }
    }

    /// <summary>The requests that something takes, sorted: <c>GetItem, TransactWriteItems</c>.</summary>
    public async Task<string> RequestsOfAsync(Func<Task> action)
    {
        lock (gate) operations.Clear();
        await action();
        lock (gate)
        {
            return string.Join(", ", operations.GroupBy(operation => operation.ToString()).OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} {same.Key}"));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        await hook.PassAsync(request.Operation, cancellationToken);
        lock (gate) operations.Add(request.Operation);
        if (bytes is not null && request.Operation == DynamoOperation.Query)
        {
            var page = await Engine.SendAsync(request, cancellationToken);
            var items = JsonNode.Parse(page.WrittenSpan)!["Items"]!.AsArray();
            lock (gate) bytes += items.Sum(item => EngineExtensions.SizeOf(item!));
            return page;
        }

        if (units is null || !IsWrite(request.Operation))
            return await Engine.SendAsync(request, cancellationToken);
        var body = Encoding.UTF8.GetString(request.Body.Span);
        var counting = Encoding.UTF8.GetBytes($$"""{"ReturnConsumedCapacity":"TOTAL",{{body[1..]}}""");
        var answer = await Engine.SendAsync(request with { Body = counting }, cancellationToken);
        var used = JsonNode.Parse(answer.WrittenSpan)!["ConsumedCapacity"]!;
        lock (gate) units += (used is JsonArray tables ? tables.ToList() : [used]).Sum(table => (double)table!["CapacityUnits"]!);
        return answer;
    }

    private static bool IsWrite(DynamoOperation operation) => operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem
        or DynamoOperation.DeleteItem or DynamoOperation.BatchWriteItem or DynamoOperation.TransactWriteItems;

    /// <inheritdoc/>
    public void Dispose()
    {
        Engine.Dispose();
        if (folder.Exists) folder.Delete(recursive: true);
    }
}
