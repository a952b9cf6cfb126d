using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/queries.md</c> run; a test compares them with the page.</summary>
public sealed class QueryExamples(InProcess fixture) : IClassFixture<InProcess>
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = fixture.Database.Client;
    private readonly DynamoTable<Run> runs = fixture.Database.Runs;
    private readonly DynamoTable<Metric> metrics = fixture.Database.Metrics;
    private readonly DynamoTable<Shop> shops = fixture.Database.Client.Table<Shop>();
    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Queries_ReadPartitions()
    {
        var puts = Enumerable.Range(0, 50).Select(i => metrics.Put(new Metric { RunId = id, Name = "loss", Step = i, Value = i }));
        (await db.BatchWriteAsync(puts, ct)).ThrowIfIncomplete();
        await runs.PutAsync(new Run { RunId = id, ExperimentId = id, StartTime = 5 }, ct);
        var experiment = id;

        // example: query
        await foreach (var metric in metrics.Query(Metric.Partition(id), Metric.SortKey.AtLeast("loss", 10))
                                            .Where(m => m.Value > 0.5)
                                            .Descending())
        {
            Console.WriteLine($"{metric.Step}: {metric.Value}");
        }

        List<Metric> first = await metrics.Query(Metric.Partition(id)).ConsistentRead().Limit(5).ToListAsync(ct);
        Metric? latest = await metrics.Query(Metric.Partition(id), Metric.SortKey.StartsWith("loss")).Descending().FirstOrDefaultAsync(ct);
        long count = await metrics.Query(Metric.Partition(id)).CountAsync(ct);
        // end

        // example: any
        bool hasBad = await metrics.Query(Metric.Partition(id)).Where(m => m.Value > 100).AnyAsync(ct);
        Metric? only = await metrics.Query(Metric.Partition(id), Metric.SortKey.EqualTo("loss", 10)).SingleOrDefaultAsync(ct);
        // end

        Assert.False(hasBad);
        Assert.Equal(10, only!.Step);

        // example: sort-keys
        SortKeyCondition<Metric>[] ranges =
        [
            Metric.SortKey.StartsWith("loss"),                  // all steps of loss, and nothing of loss_total
            Metric.SortKey.EqualTo("loss", 10),
            Metric.SortKey.LessThan("loss", 10),                // of loss, as all of these
            Metric.SortKey.AtMost("loss", 10),
            Metric.SortKey.GreaterThan("loss", 10),
            Metric.SortKey.AtLeast("loss", 10),
            Metric.SortKey.Between("loss", 10, 20),             // both ends included
        ];
        // end

        foreach (var (range, steps) in ranges.Zip([50, 1, 10, 11, 39, 40, 11]))
            Assert.Equal(steps, await metrics.Query(Metric.Partition(id), range).CountAsync(ct));

        // example: linq
        HashSet<string> names = await metrics.Query(Metric.Partition(id))
            .AsAsyncEnumerable()
            .Select(m => m.Name.Trim())
            .ToHashSetAsync(cancellationToken: ct);
        // end

        Assert.Equal("loss", Assert.Single(names));

        // example: query-index
        List<RunSummary> recent = await runs.Query(Run.Index.ByExperiment(experiment), Run.Index.ByExperimentSortKey.GreaterThan(0))
            .Where(r => r.Status != RunStatus.Failed)
            .Descending()
            .Limit(20)
            .As<RunSummary>()
            .ToListAsync(ct);
        // end

        Assert.Equal((5, 49, 50), (first.Count, latest!.Step, count));
        Assert.Equal(id, Assert.Single(recent).RunId);
    }

    [Fact]
    public async Task Pages_GoOnFromTokens()
    {
        var puts = Enumerable.Range(0, 50).Select(i => metrics.Put(new Metric { RunId = id, Name = "loss", Step = i, Value = i }));
        (await db.BatchWriteAsync(puts, ct)).ThrowIfIncomplete();
        await runs.PutAsync(new Run { RunId = id, ExperimentId = id, StartTime = 5 }, ct);

        // example: capacity
        double units = 0;
        Metric? last = await metrics.Query(Metric.Partition(id))
            .Descending()
            .ReturnConsumedCapacity(used => units += used.CapacityUnits)
            .FirstOrDefaultAsync(ct);

        long all = await metrics.Scan().InParallel(4).ReturnConsumedCapacity(used => units += used.CapacityUnits).CountAsync(ct);
        // end

        // example: pages
        Page<Metric> page = await metrics.Query(Metric.Partition(id)).Limit(20).GetPageAsync(at: null, ct);
        string? token = page.Next?.ToString();                  // into a response; null after the last page

        Page<Metric> next = await metrics.Query(Metric.Partition(id)).Limit(20).GetPageAsync(PageToken.Parse(token!), ct);
        Page<Metric> back = await metrics.Query(Metric.Partition(id)).Limit(20).GetPageAsync(next.Previous, ct);
        // end

        // example: pages-all
        var pages = metrics.Query(Metric.Partition(id)).PageSize(25).ReturnConsumedCapacity().PagesAsync(cancellationToken: ct);
        await foreach (Page<Metric> part in pages)
            Console.WriteLine($"{part.Items.Count} of {part.ScannedCount} read, for {part.ConsumedCapacity?.CapacityUnits} units");
        // end

        var secret = Convert.ToBase64String(new byte[32]);

        // example: pages-signed
        var options = new DynamoClientOptions { PageTokenKey = Convert.FromBase64String(secret) };      // 16 bytes or more
        // end

        // example: kinds
        var kinds = new ItemKinds<object>().Add<Run>().Add<Metric>();
        await foreach (var item in runs.Query(Run.Partition(id)).As(kinds).WithCancellation(ct))
        {
            if (item is Run run)
                Console.WriteLine($"run {run.RunId}");
            else if (item is Metric metric)
                Console.WriteLine($"metric {metric.Name} at {metric.Step}");
        }
        // end

        Assert.Equal(49, last!.Step);
        Assert.True(units >= 0.5 + 4 * 0.5 && all >= 50);
        Assert.Equal((20, 20, 20), (page.Items.Count, next.Items.Count, next.Items[0].Step));
        Assert.Equal(page.Items, back.Items);
        var signed = new DynamoClient(db.Transport, options).Table<Metric>().Query(Metric.Partition(id)).Limit(20);
        await Assert.ThrowsAsync<PageTokenException>(() => signed.GetPageAsync(page.Next, ct));
        Assert.Equal(20, (await signed.GetPageAsync((await signed.GetPageAsync(cancellationToken: ct)).Next, ct)).Items[0].Step);
    }

    [Fact]
    public async Task Indexes_OfEveryKind()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shop>()), ct);
        var opened = new DateOnly(2026, 1, 1);
        await shops.PutAsync(new Shop { Chain = id, Number = 1, Name = "Corner", Country = id, City = "Bern", Opened = opened }, ct);
        var (chain, country) = (id, id);

        // example: sort-key-member
        List<Shop> low = await shops.Query(Shop.Partition(chain), Shop.SortKey.LessThan(100)).ToListAsync(ct);
        // end

        // example: query-local
        List<Shop> byName = await shops.Query(Shop.Index.ByName(chain), Shop.Index.ByNameSortKey.AtMost("M"))
            .ConsistentRead()
            .ToListAsync(ct);
        // end

        // example: query-attributes
        var place = Shop.Index.ByPlace(country, "Bern");                                        // every attribute of the partition key
        List<Shop> food = await shops.Query(place, Shop.Index.ByPlaceSortKey.EqualTo("food")).ToListAsync(ct);
        List<Shop> young = await shops.Query(place, Shop.Index.ByPlaceSortKey.AtLeast("food", new DateOnly(2025, 1, 1))).ToListAsync(ct);
        // end

        Assert.Equal("Corner", Assert.Single(byName).Name);
        Assert.Equal(byName, low);
        Assert.Equal(food, young);
        Assert.Single(food);
    }

    [Fact]
    public async Task Scans_ReadTables()
    {
        await runs.PutAsync(new Run { RunId = id, ExperimentId = "7", Status = RunStatus.Running }, ct);

        // example: scan
        await foreach (var run in runs.Scan().Where(r => r.Status == RunStatus.Running).InParallel(4))
            Console.WriteLine(run.RunId);

        List<Run> part = await runs.Scan().Segment(0, 8).IncludeExpired().ToListAsync(ct);      // one worker of eight
        // end

        // example: scan-more
        long running = await runs.Scan().ConsistentRead().Where(r => r.Status == RunStatus.Running).CountAsync(ct);
        Run? any = await runs.Scan().PageSize(100).FirstOrDefaultAsync(ct);
        // end

        Assert.InRange(part.Count, 0, await runs.Scan().IncludeExpired().CountAsync(ct));
        Assert.True(running >= 1);
        Assert.NotNull(any);
    }
}
