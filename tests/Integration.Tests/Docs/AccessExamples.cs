using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Schema;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;
using TransactionCanceledException = Amazon.DynamoDBv2.Model.TransactionCanceledException;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/access.md</c>, which a test compares with the page; and that they run.</summary>
public sealed class AccessExamples(InProcess fixture) : IClassFixture<InProcess>
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = fixture.Database.Client;
    private readonly DynamoTable<Run> runs = fixture.Database.Runs;
    private readonly DynamoTable<Metric> metrics = fixture.Database.Metrics;
    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Tables_AreMade()
    {
        // example: tables
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>()), ct);
        // end
    }

    [Fact]
    public async Task SingleItems_AreReadAndWritten()
    {
        var experiment = "7";

        // example: put
        var run = new Run { RunId = id, ExperimentId = experiment, StartTime = 1_700_000_000, Status = RunStatus.Running };
        await runs.PutAsync(run, ct);

        Run? replaced = await runs.Put(run).ReturnOld().ExecuteAsync(ct);

        try
        {
            await runs.Put(run).If(r => r.RunId.NotExists()).ReturnItemOnFailure().ExecuteAsync(ct);
        }
        catch (ConditionalCheckFailedException conflict)
        {
            Console.WriteLine($"{conflict.Item["runId"].S} is taken");
        }
        // end

        // example: get
        Run? found = await runs.GetAsync(Run.Key(id), consistentRead: true, ct);

        var result = await runs.Get(Run.Key(id)).ReturnConsumedCapacity().As<RunSummary>().ExecuteAsync(ct);
        Console.WriteLine($"{result.HasItem} {result.Item?.Status} {result.ConsumedCapacity?.CapacityUnits}");
        // end

        // example: delete
        await runs.DeleteAsync(Run.Key(id), ct);

        Run? deleted = await runs.Delete(Run.Key(id)).If(r => r.Status != RunStatus.Running).ReturnOld().ExecuteAsync(ct);
        // end

        Assert.NotNull(replaced);
        Assert.NotNull(found);
        Assert.Null(deleted);
    }

    [Fact]
    public async Task Updates_ChangeParts()
    {
        await runs.PutAsync(new Run { RunId = id, ExperimentId = "7", Place = new Place { City = "Basel" }, Labels = ["a"] }, ct);

        // example: update
        Run? after = await runs.Update(Run.Key(id))
            .Set(r => r.Status, RunStatus.Finished)             // null removes
            .Set(r => r.Place.City, "Bern")                     // inside a map
            .Set(r => r.Score, r => r.Score.IfNotExists(0) + 0.5)
            .SetIfNotExists(r => r.Name, "unnamed")
            .Add(r => r.Steps, 1)                               // a number; an absent one counts as 0
            .Add(r => r.Tags, "nightly", "gpu")                 // into a set
            .Append(r => r.Labels, "last")                      // to a list, made if absent
            .Remove(r => r.Stops[0])                            // an element
            .If(r => r.RunId.Exists() & r.Status != RunStatus.Finished)
            .ReturnNew()
            .ExecuteAsync(ct);
        // end

        // example: update-part
        RunProgress? progress = await runs.Update(Run.Key(id)).Add(r => r.Steps, 10).ReturnUpdatedNew().ExecuteAsync<RunProgress>(ct);
        // end

        Assert.Equal(("Bern", 0.5, "unnamed"), (after!.Place!.City, after.Score, after.Name));
        Assert.Equal(11, progress!.Steps);
    }

    [Fact]
    public void Conditions_AreMadeOfTokens()
    {
        var r = default(Run.Attributes);

        // example: conditions
        Condition[] conditions =
        [
            r.Status == RunStatus.Running & r.Steps >= 10,                      // and; | is or, ! is not
            r.StartTime < r.Steps,                                              // two attributes
            r.Status.In(RunStatus.Failed, RunStatus.Finished),                  // 1 to 100 values
            r.Score.Between(0.5, 0.9),                                          // both ends included
            r.Name.StartsWith("run-") | r.Name.Contains("test"),
            r.Tags.Contains("gpu") & r.Labels.Contains("last"),                 // sets and lists
            r.Labels.Size() > 3,
            r.Score.NotExists() | r.Score.IsType(AttributeType.Number),
            r.Place.City == "Bern" & r.Stops[0].City != "Bern",                 // inside maps and lists
            r.Notes["color"] == "red",                                          // inside a dictionary
            r.Name == null,                                                     // absent, or stored as NULL
        ];
        // end

        Assert.All(conditions, Assert.NotNull);
    }

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
                                            .Descending()
                                            .WithCancellation(ct))
        {
            Console.WriteLine($"{metric.Step}: {metric.Value}");
        }

        List<Metric> first = await metrics.Query(Metric.Partition(id)).ConsistentRead().Limit(5).ToListAsync(ct);
        Metric? latest = await metrics.Query(Metric.Partition(id), Metric.SortKey.StartsWith("loss")).Descending().FirstOrDefaultAsync(ct);
        long count = await metrics.Query(Metric.Partition(id)).CountAsync(ct);
        // end

        // example: query-index
        List<RunSummary> recent = await runs.Query(Run.Index.ByExperiment(experiment), Run.Index.ByExperimentSortKey.GreaterThan(0))
            .Where(r => r.Status != RunStatus.Failed)
            .Descending()
            .Limit(20)
            .As<RunSummary>()
            .ToListAsync(ct);
        // end

        // example: capacity
        double units = 0;
        Metric? last = await metrics.Query(Metric.Partition(id)).Descending().ReturnConsumedCapacity(used => units += used.CapacityUnits).FirstOrDefaultAsync(ct);
        long all = await metrics.Scan().InParallel(4).ReturnConsumedCapacity(used => units += used.CapacityUnits).CountAsync(ct);
        // end

        // example: pages
        Page<Metric> page = await metrics.Query(Metric.Partition(id)).Limit(20).GetPageAsync(after: null, ct);
        string? token = page.Next?.ToString();                  // into a response; null after the last page

        Page<Metric> next = await metrics.Query(Metric.Partition(id)).Limit(20).GetPageAsync(PageToken.Parse(token!), ct);
        // end

        // example: kinds
        var kinds = new ItemKinds<object>().Add<Run>().Add<Metric>();
        await foreach (var item in runs.Query(Run.Partition(id)).ReadAs(kinds).WithCancellation(ct))
        {
            if (item is Run run)
                Console.WriteLine($"run {run.RunId}");
            else if (item is Metric metric)
                Console.WriteLine($"metric {metric.Name} at {metric.Step}");
        }
        // end

        Assert.Equal((5, 49, 50), (first.Count, latest!.Step, count));
        Assert.Equal(id, Assert.Single(recent).RunId);
        Assert.Equal(last, latest);
        Assert.True(units >= 0.5 + 4 * 0.5 && all >= 50);
        Assert.Equal((20, 20, 20), (page.Items.Count, next.Items.Count, next.Items[0].Step));
    }

    [Fact]
    public async Task Scans_ReadTables()
    {
        // example: scan
        await foreach (var run in runs.Scan().Where(r => r.Status == RunStatus.Running).InParallel(4).WithCancellation(ct))
            Console.WriteLine(run.RunId);

        List<Run> part = await runs.Scan().Segment(0, 8).IncludeExpired().ToListAsync(ct);      // one worker of eight
        // end

        Assert.NotNull(part);
    }

    [Fact]
    public async Task Batches_ReportWhatIsLeft()
    {
        var some = Enumerable.Range(0, 60).Select(i => new Metric { RunId = id, Name = "m", Step = i, Value = i }).ToList();

        // example: batch
        BatchWriteResult written = await db.BatchWriteAsync([.. some.Select(metrics.Put), runs.Delete(Run.Key("old"))], ct);
        foreach (var operation in written.Unprocessed)
            Console.WriteLine($"not written: an operation on {operation.TableName}");

        BatchGetResult<Metric> read = await metrics.BatchGetAsync(some.Select(m => Metric.Key(m.RunId, m.Name, m.Step)), cancellationToken: ct);
        read.ThrowIfIncomplete();

        var statuses = await runs.BatchGetAsync<RunSummary>([Run.Key(id), Run.Key("other")], capacity: CapacityDetail.Total, cancellationToken: ct);
        Console.WriteLine($"{statuses.Items.Count} for {statuses.ConsumedCapacity?.CapacityUnits} units");
        // end

        // example: batch-mixed
        var run = runs.Get(Run.Key(id)).As<RunSummary>();
        var metric = metrics.Get(Metric.Key(id, "m", 1));
        ReadResult mixed = await db.BatchGetAsync([run, metric], cancellationToken: ct);
        Console.WriteLine($"{mixed.Find(run)?.Status} {mixed.Find(metric)?.Value}");
        // end

        Assert.Equal(60, read.Items.Count);
        Assert.Equal((0, 1), (statuses.Items.Count, statuses.ConsumedCapacity!.CapacityUnits));
        Assert.Equal(1, mixed.Find(metric)!.Value);
    }

    [Fact]
    public async Task Transactions_AreAllOrNone()
    {
        await runs.PutAsync(new Run { RunId = id, ExperimentId = "7", Status = RunStatus.Running }, ct);

        // example: transaction
        try
        {
            await db.TransactWriteAsync(
                [
                    metrics.Put(new Metric { RunId = id, Name = "loss", Step = 1, Value = 0.1 }),
                    runs.Update(Run.Key(id)).Set(r => r.Status, RunStatus.Finished).If(r => r.Status == RunStatus.Running),
                    runs.Check(Run.Key("parent")).If(r => r.RunId.Exists()),
                ],
                ct);
        }
        catch (TransactionCanceledException canceled)
        {
            // One reason for each operation, in their order: None, ConditionalCheckFailed, TransactionConflict, …
            Console.WriteLine(string.Join(", ", canceled.CancellationReasons.Select(reason => reason.Code)));
        }
        // end

        // example: transaction-get
        var (run, metric) = await db.TransactGetAsync(runs.Get(Run.Key(id)), metrics.Get(Metric.Key(id, "loss", 1)), ct);
        var (parent, child) = await db.TransactGetAsync(runs.Get(Run.Key("parent")).As<RunSummary>(), runs.Get(Run.Key(id)).As<RunProgress>(), ct);
        // end

        Assert.Equal(RunStatus.Running, run!.Status);
        Assert.Null(metric);
        Assert.Null(parent);
        Assert.Equal(0, child!.Steps);
    }
}
