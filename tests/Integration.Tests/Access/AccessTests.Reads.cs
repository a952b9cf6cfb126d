using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>What reads ask for, and what they cost.</summary>
public abstract partial class AccessTests
{
    [Fact]
    public async Task SmallerTypes_InATransaction_ReadTheirOwnAttributes()
    {
        await FillAsync(3);
        var arrived = db.Runs.Get(Run.Key(id)).As<Arrived>();
        var metric = db.Metrics.Get(Metric.Key(id, "loss", 0));
        var absent = db.Runs.Get(Run.Key("none")).As<RunSummary>();
        var (seen, whole, none) = await db.Client.TransactGetAsync(arrived, metric, absent, Ct);
        Assert.Equal("pk runId sk status", seen!.Names);
        Assert.Equal(1, whole!.Value);
        Assert.Null(none);

        var (summary, progress) = await db.Client.TransactGetAsync(
            db.Runs.Get(Run.Key(id)).As<RunSummary>(), db.Runs.Get(Run.Key("none")).As<RunProgress>(), Ct);
        Assert.Equal(new RunSummary { RunId = id, Status = RunStatus.Running }, summary);
        Assert.Null(progress);
    }

    [Fact]
    public async Task SmallerTypes_InABatch_ReadWhatAnyOfThemHas()
    {
        await FillAsync(3);
        var second = NewRun($"{id}-2");
        await db.Runs.PutAsync(second, Ct);
        var arrived = db.Runs.Get(Run.Key(id)).As<Arrived>();
        Assert.Equal("pk runId sk status", (await arrived.ExecuteAsync(Ct)).Item!.Names);
        Assert.Equal("pk runId sk status", (await db.Client.BatchGetAsync([arrived], cancellationToken: Ct)).Find(arrived)!.Names);

        var progress = db.Runs.Get(Run.Key(second.RunId)).As<RunProgress>();
        var both = await db.Client.BatchGetAsync(
            [arrived, progress], new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Total }, Ct);
        Assert.Equal("pk runId sk status steps", both.Find(arrived)!.Names);
        Assert.Equal(10, both.Find(progress)!.Steps);
        Assert.Equal(2, Assert.Single(both.ConsumedCapacity).CapacityUnits);

        var metric = db.Metrics.Get(Metric.Key(id, "loss", 0));
        var withWhole = await db.Client.BatchGetAsync([arrived, metric], cancellationToken: Ct);
        Assert.Contains("notes", withWhole.Find(arrived)!.Names, StringComparison.Ordinal);
        Assert.Equal(1, withWhole.Find(metric)!.Value);
    }

    [Fact]
    public async Task BatchOfKeys_AsASmallerType_ReadsItsAttributesAndTellsTheCapacity()
    {
        const int count = 130;
        var runs = Enumerable.Range(0, count).Select(i => NewRun($"{id}-{i}")).ToList();
        (await db.Client.BatchWriteAsync(runs.Select(db.Runs.Put), Ct)).ThrowIfIncomplete();
        var keys = runs.Select(run => Run.Key(run.RunId)).Append(Run.Key("none")).ToList();

        var read = await db.Runs.BatchGetAsync<Arrived>(
            keys, new BatchGetOptions { ConsistentRead = true, ReturnConsumedCapacity = CapacityDetail.Total }, Ct);
        read.ThrowIfIncomplete();
        Assert.Equal(Enumerable.Repeat("pk runId sk status", count), read.Items.Select(item => item.Names));
        Assert.Equal(count + 1, read.ConsumedCapacity.Sum(used => used.CapacityUnits));

        var whole = await db.Runs.BatchGetAsync(keys, new BatchGetOptions { ReturnConsumedCapacity = CapacityDetail.Total }, Ct);
        Assert.Equal((count, (count + 1) / 2.0), (whole.Items.Count, whole.ConsumedCapacity.Sum(used => used.CapacityUnits)));
        Assert.Empty((await db.Runs.BatchGetAsync(keys, cancellationToken: Ct)).ConsumedCapacity);
    }

    [Fact]
    public async Task SmallerType_OfAnExpiredItem_IsNotReturnedUnlessAskedFor()
    {
        var run = NewRun();
        run.ExpiresAt = DateTimeOffset.UtcNow.AddHours(-1);
        await db.Runs.PutAsync(run, Ct);
        var get = db.Runs.Get(Run.Key(id)).As<RunSummary>();
        Assert.False((await get.ExecuteAsync(Ct)).HasItem);
        Assert.Null((await db.Client.TransactGetAsync([get], cancellationToken: Ct)).Find(get));
        Assert.Null((await db.Client.BatchGetAsync([get], cancellationToken: Ct)).Find(get));
        Assert.Empty((await db.Runs.BatchGetAsync<RunSummary>([Run.Key(id)], cancellationToken: Ct)).Items);

        var expired = db.Runs.Get(Run.Key(id)).IncludeExpired().As<RunSummary>();
        Assert.Equal(id, (await db.Client.BatchGetAsync([expired], cancellationToken: Ct)).Find(expired)!.RunId);
        Assert.Equal(id, (await db.Client.TransactGetAsync([expired], cancellationToken: Ct)).Find(expired)!.RunId);
    }

    [Fact]
    public async Task Reads_TellTheCapacityOfEveryResponse()
    {
        await FillAsync(60);
        List<double> units = [];
        Query<Metric> Query() => db.Metrics.Query(Metric.Partition(id)).ConsistentRead().PageSize(25)
            .ReturnConsumedCapacity(used => units.Add(used.CapacityUnits));

        Assert.Equal(60, (await Query().ToListAsync(Ct)).Count);
        Assert.Equal([1, 1, 1], units);
        Assert.Equal(60, await Query().CountAsync(Ct));
        Assert.Equal([1, 1, 1, 1, 1, 1], units);

        units.Clear();
        Assert.NotNull(await Query().FirstOrDefaultAsync(Ct));
        Assert.Equal([1], units);
        Assert.Equal(60, (await Query().As<Metric>().ToListAsync(Ct)).Count);
        Assert.Equal([1, 1, 1, 1], units);

        units.Clear();
        Assert.Equal(61, (await Query().As(new ItemKinds<object>().Add<Run>().Add<Metric>()).ToListAsync(Ct)).Count);
        Assert.Equal([1, 1, 1], units);
    }

    [Fact]
    public async Task ParallelScan_TellsTheCapacityOfEveryResponse()
    {
        const int segments = 4;
        await FillAsync(60);
        List<double> expected = [], told = [];
        for (var i = 0; i < segments; i++)
        {
            await foreach (var page in db.Metrics.Scan().Segment(i, segments).PageSize(5)
                .ReturnConsumedCapacity().PagesAsync(cancellationToken: Ct))
            {
                expected.Add(page.ConsumedCapacity!.CapacityUnits);
            }
        }

        Scan<Metric> Scan() => db.Metrics.Scan().PageSize(5).InParallel(segments)
            .ReturnConsumedCapacity(used => told.Add(used.CapacityUnits));
        await Scan().ToListAsync(Ct);
        Assert.Equal(expected.Order(), told.Order());
        var items = await Scan().As<Metric>().ToListAsync(Ct);
        Assert.Equal(60, items.Count(metric => metric.RunId == id));
        Assert.Equal(2 * expected.Count, told.Count);
        await Scan().CountAsync(Ct);
        Assert.Equal((3 * expected.Count, 3 * expected.Sum()), (told.Count, told.Sum()));
    }
}
