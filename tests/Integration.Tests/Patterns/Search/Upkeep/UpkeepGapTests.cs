using System.Text;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns.TextSearch;
using DynamoToolkit.Integration.Tests.Streams;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>A consumer that has lost changes makes searches fail until the next repair, and does so before it goes on.</summary>
public sealed class UpkeepGapTests : StreamTests
{
    private readonly Recorder<Paper> papers = new();
    private readonly OpenSearchStandIn server = new();
    private int count;

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    [Theory]
    [InlineData(TrimmedDataPolicy.Fail)]
    [InlineData(TrimmedDataPolicy.SkipToOldest)]
    public async Task DeletedChanges_AreMissing_UntilTheNextRepair(TrimmedDataPolicy policy)
    {
        await BeginAsync();
        await LoseAsync(shards: 1);
        var consumer = Consumer(Shards, policy);
        await RunUntilAsync(consumer, () => policy is TrimmedDataPolicy.Fail ? consumer.Status.Problems.Count > 0 : Has(count));
        await FailsAsync();

        // Nothing is lost any more, so it is not lost again.
        await RepairAsync();
        await RunUntilAsync(Consumer(Shards, TrimmedDataPolicy.SkipToOldest), () => Has(count));
        if (policy is TrimmedDataPolicy.Fail)
            await RepairAsync();
        await RunUntilAsync(Consumer(Shards, TrimmedDataPolicy.SkipToOldest), () => Shards.RecordRequests > 0);
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task SearchesFail_BeforeTheSkip()
    {
        await BeginAsync();
        await LoseAsync(shards: 1);
        var (reads, failed) = (0, 0);
        using var watched = new Interceptor(Shards, async (request, _) =>
        {
            if (Encoding.UTF8.GetString(request.Body.Span).Contains("TRIM_HORIZON", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref reads);
                await FailsAsync();
                Interlocked.Increment(ref failed);
            }

            return null;
        });
        await RunUntilAsync(Consumer(watched, TrimmedDataPolicy.SkipToOldest), () => Has(count));

        // A worker tries again after an error, even after that of an assertion.
        Assert.NotEqual(0, reads);
        Assert.Equal(reads, failed);
    }

    [Fact]
    public async Task ConsumerThatCannotSayIt_DoesNotSkip()
    {
        await BeginAsync();
        await LoseAsync(shards: 1);
        var consumer = Consumer(Shards, TrimmedDataPolicy.SkipToOldest);
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = "papers", Operations = ["UpdateItem"] }))
        {
            await RunUntilAsync(consumer, () => consumer.Status.Problems.Any(
                static problem => problem.Contains("deleted changes", StringComparison.Ordinal)));
            for (var step = 0; step < 100; step++)
                await StepAsync(TimeSpan.FromMilliseconds(100));
            Assert.False(Has(count));
        }

        await RunUntilAsync(Consumer(Shards, TrimmedDataPolicy.SkipToOldest), () => Has(count));
        await FailsAsync();
    }

    [Fact]
    public async Task ShardsThatSkipAtTheSameTime_MayDoSoInAnyOrder()
    {
        await BeginAsync();
        for (var split = 0; split < 7; split++)
            await Shards.CloseAsync(0, split: true);

        // A trim is seen by shards of which something was read. Of the others, only the time shows it.
        for (var i = 0; i < 40; i++)
            await PutAsync();
        await RunUntilAsync(Consumer(Shards, TrimmedDataPolicy.Fail), () => Shards.OpenShards == 8 && Has(count));
        await LoseAsync(shards: 8);

        using var stop = new CancellationTokenSource();
        StreamConsumer[] workers =
            [Consumer(Shards, TrimmedDataPolicy.SkipToOldest, "a"), Consumer(Shards, TrimmedDataPolicy.SkipToOldest, "b")];
        var running = Task.WhenAll(workers.Select(worker => RunAsync(worker, stop.Token)));
        await UntilAsync(() => running.IsFaulted || Has(count));

        // The shard of the last change may have lost none; the others skip meanwhile.
        for (var step = 0; step < 300; step++)
            await StepAsync(TimeSpan.FromMilliseconds(100));
        await FailsAsync();
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
        await RepairAsync();
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task DiscardedLetters_AreMissing_UntilTheNextRepair()
    {
        await BeginAsync();
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = "papers", Operations = ["BatchWriteItem"] }))
        {
            await PutAsync();
            var consumer = Consumer(Shards, TrimmedDataPolicy.Fail);
            await RunUntilAsync(consumer, () => consumer.Status.ParkedItems == 1);
        }

        Assert.Equal(count - 1, await CountAsync());
        Assert.Equal(0, await Consumer(Shards, TrimmedDataPolicy.Fail).DiscardDeadLettersAsync(static _ => false, Ct));
        Assert.Equal(count - 1, await CountAsync());
        Assert.NotEqual(0, await Consumer(Shards, TrimmedDataPolicy.Fail).DiscardDeadLettersAsync(static _ => true, Ct));
        await TrigramsFailAsync();
        await RepairAsync();
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task ChangesWhileNoStreamIsEnabled_AreMissing_UntilTheNextRepair()
    {
        var engine = new Undisposed(Engine);
        await BeginAsync(engine);
        await EnableStreamAsync(false, "papers");
        await PutAsync();
        await EnableStreamAsync(true, "papers");
        await PutAsync();
        await RunUntilAsync(Consumer(engine, TrimmedDataPolicy.Fail), () => Has(count));
        await FailsAsync();
        await RepairAsync();
        await RunUntilAsync(Consumer(engine, TrimmedDataPolicy.Fail), () => Has(count));
        Assert.Equal(count, await CountAsync());
    }

    private bool Has(int id) => papers.Changes.Any(change => change.Key == Paper.Key($"{id}"));

    /// <summary>Lets a consumer begin, with a repair and a backfill, and handle a change.</summary>
    private async Task BeginAsync(IDynamoTransport? transport = null)
    {
        transport ??= Shards;
        await IndexOf(Db).CreateAsync(Ct);
        await PutAsync();
        await RunUntilAsync(Consumer(transport, TrimmedDataPolicy.Fail), () => Has(count));
        await RepairAsync();
        await RunUntilAsync(Consumer(transport, TrimmedDataPolicy.Fail), () => Has(count));
        Assert.Equal(count, await CountAsync());
    }

    private async Task PutAsync()
    {
        var id = $"{++count}";
        await Db.Table<Paper>().PutAsync(new Paper { Id = id, Journal = "a", Title = "On Graphs" }, Ct);
    }

    /// <summary>Writes changes that are deleted before a consumer reads them, and then one that is not.</summary>
    private async Task LoseAsync(int shards)
    {
        for (var i = 0; i < 5 * shards; i++)
            await PutAsync();
        for (var i = 0; i < shards; i++)
            await Shards.CloseAsync(0, split: false);
        Shards.Trim(keep: 0);
        await PutAsync();
    }

    private async Task RepairAsync()
    {
        await Db.Table<Paper>().RepairTrigramsAsync(cancellationToken: Ct);
        Assert.True((await IndexOf(Db).BackfillAsync(cancellationToken: Ct)).IsComplete);
    }

    private StreamConsumer Consumer(IDynamoTransport transport, TrimmedDataPolicy policy, string worker = "worker")
    {
        var client = ClientOver(transport);
        var options = new StreamConsumerOptions { OnTrimmedData = policy, WorkerName = worker, MaxAttempts = 1 };
        return StreamConsumer.For<Paper>(client, options)
            .AddTrigramMaterializer<Paper>().AddHandler(IndexOf(client).ChangeHandler()).AddHandler(papers);
    }

    private OpenSearchIndex<Paper> IndexOf(DynamoClient client) => new(
        new OpenSearchConnection(() => new OpenSearchOptions
        {
            Endpoint = new Uri("https://search.test"),
            CreateHandler = () => server,
            TimeProvider = Clock,
        }),
        client.Table<Paper>());

    /// <summary>How many papers a search finds. A client is asked that knows nothing yet.</summary>
    private async Task<int> CountAsync()
    {
        using var client = new DynamoClient(new Undisposed(Engine));
        var found = await client.Table<Paper>().Search(Paper.Trigrams.Title("a")).Containing("raph").ToListAsync(Ct);
        return found.Count;
    }

    private async Task TrigramsFailAsync()
    {
        using var client = new DynamoClient(new Undisposed(Engine));
        var search = client.Table<Paper>().Search(Paper.Trigrams.Title("a")).Containing("raph");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => search.ToListAsync(Ct));
        Assert.Contains("or missed changes", error.Message, StringComparison.Ordinal);
    }

    private async Task FailsAsync()
    {
        await TrigramsFailAsync();
        using var client = new DynamoClient(new Undisposed(Engine));
        var other = await Assert.ThrowsAsync<OpenSearchException>(
            () => IndexOf(client).SearchAsync(new(Paper.Trigrams.Title("a"), "graphs"), Ct));
        Assert.Contains("or missed changes", other.Message, StringComparison.Ordinal);
    }
}
