using DynamoToolkit.Borders;
using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/access.md</c> run; a test compares them with the page.</summary>
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
        using var db = new DynamoClient(LocalDynamo.InMemory());

        // example: tables
        var definition = TableDefinition.For(TableModel.Of<Run>(), TableModel.Of<Metric>());
        await db.EnsureTableAsync(definition, ct);
        // end

        // example: table-names
        DynamoTable<Run> lastYear = db.Table<Run>("tracking-2025");         // the physical name, whatever the options say
        // end

        // example: tables-all
        await db.EnsureTablesAsync(TableDefinition.ForAll(DynamoModels.All), ct);       // all tables of the project
        // end

        var names = new List<string>();

        // example: tables-end
        await foreach (string name in db.ListTablesAsync(ct))               // physical names
            names.Add(name);

        bool wasThere = await db.DeleteTableAsync(definition, ct);          // with all its items
        // end

        Assert.Equal("tracking-2025", lastYear.Name);
        Assert.Contains("tracking", names);
        Assert.Equal(TableDefinition.ForAll(DynamoModels.All).Count, names.Count);
        Assert.True(wasThere);
    }

    [Fact]
    public async Task SingleItems_AreReadAndWritten()
    {
        var experiment = "7";

        // example: put
        var run = new Run { RunId = id, ExperimentId = experiment, StartTime = 1_700_000_000, Status = RunStatus.Running };
        await runs.PutAsync(run, ct);

        Run? replaced = (await runs.Put(run).ReturnOld().ExecuteAsync(ct)).Item;

        try
        {
            await runs.Put(run).If(r => r.RunId.NotExists()).ReturnItemOnFailure().ExecuteAsync(ct);
        }
        catch (ConditionalCheckFailedException conflict)
        {
            Console.WriteLine($"{id} is taken by {Run.FromAttributeMap(conflict.Item).Name}");
        }
        // end

        // example: get
        Run? found = await runs.GetAsync(Run.Key(id), consistentRead: true, ct);

        var result = await runs.Get(Run.Key(id)).ReturnConsumedCapacity().As<RunSummary>().ExecuteAsync(ct);
        Console.WriteLine($"{result.HasItem} {result.Item?.Status} {result.ConsumedCapacity?.CapacityUnits}");
        // end

        // example: get-expired
        ItemResult<Run> whatever = await runs.Get(Run.Key(id)).ConsistentRead().IncludeExpired().ExecuteAsync(ct);
        // end

        // example: delete
        await runs.DeleteAsync(Run.Key(id), ct);
        await runs.DeleteAsync(run, ct);                                // the item with its key

        ItemResult<Run> deleted = await runs.Delete(Run.Key(id)).If(r => r.Status != RunStatus.Running).ReturnOld().ExecuteAsync(ct);
        ItemResult<Run> gone = await runs.Delete(run).ReturnOld().ExecuteAsync(ct);
        // end

        Assert.NotNull(replaced);
        Assert.NotNull(found);
        Assert.True(whatever.HasItem);
        Assert.False(deleted.HasItem);
        Assert.False(gone.HasItem);

        // example: create
        await runs.CreateAsync(run, ct);                                // fails if there is one

        await runs.Put(run).IfExists().ExecuteAsync(ct);                // only replaces
        await runs.Update(Run.Key(id)).Set(r => r.Name, "second").IfExists().ExecuteAsync(ct);

        var copy = new Run { RunId = id + "-copy", ExperimentId = experiment };
        await db.TransactWriteAsync(
            [
                runs.Check(Run.Key(id)).IfExists(),
                runs.Check(Run.Key(id + "-archived")).IfNotExists(),
                runs.Put(copy).IfNotExists(),
            ],
            ct);
        // end

        Assert.Equal("second", (await runs.GetAsync(Run.Key(id), cancellationToken: ct))!.Name);
        Assert.NotNull(await runs.GetAsync(Run.Key(id + "-copy"), cancellationToken: ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => runs.CreateAsync(run, ct));
    }

    [Fact]
    public void Requests_ArePreviewed()
    {
        // example: preview
        var rename = runs.Update(Run.Key(id)).Set(r => r.Name, "second").If(r => r.Status == RunStatus.Running);
        RequestPreview preview = rename.Preview();

        Console.WriteLine(preview.Operation);               // UpdateItem
        Console.WriteLine(preview.Json);                    // what is sent, with all values
        Console.WriteLine(preview.JsonWithoutValues);       // {"TableName":"tracking","Key":{"pk":{"S":"***"},"sk":{"S":"***"}},…
        Console.WriteLine(preview);                         // the operation and the JSON without values

        string get = runs.Get(Run.Key(id)).As<RunSummary>().Preview().Json;
        string query = metrics.Query(Metric.Partition(id)).Where(m => m.Value > 0.5).Limit(20).Preview().Json;
        string transaction = db.PreviewTransactWrite([rename]).Json;
        // end

        Assert.StartsWith(
            """UpdateItem {"TableName":"tracking","Key":{"pk":{"S":"***"},"sk":{"S":"***"}},""", $"{preview}", StringComparison.Ordinal);
        Assert.Contains("second", preview.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("second", preview.JsonWithoutValues, StringComparison.Ordinal);
        Assert.Contains("ProjectionExpression", get, StringComparison.Ordinal);
        Assert.Contains("\"Limit\":", query, StringComparison.Ordinal);
        Assert.Contains("\"Update\":{", transaction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_ReportWhatTheyCost()
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Shop>()), ct);
        var shops = db.Table<Shop>();
        var shop = new Shop { Chain = id, Number = 1, Name = "Corner", Owner = "me" };

        // example: metrics
        ItemResult<Shop> result = await shops.Put(shop)
            .ReturnOld()
            .ReturnConsumedCapacity(CapacityDetail.Indexes)
            .ReturnItemCollectionMetrics()
            .ExecuteAsync(ct);

        Console.WriteLine(result.HasItem ? $"replaced {result.Item!.Name}" : "created");
        Console.WriteLine($"{result.ConsumedCapacity!.CapacityUnits} units");
        Console.WriteLine($"{result.ConsumedCapacity.GlobalIndexUnits["byPlace"]} of them for the index byPlace");
        Console.WriteLine($"the items of the chain have up to {result.ItemCollectionMetrics!.UpperBoundGigabytes} GB");
        // end

        Assert.False(result.HasItem);
        Assert.Equal(5, result.ConsumedCapacity.CapacityUnits);
    }

    [Fact]
    public async Task Updates_ChangeParts()
    {
        await runs.PutAsync(new Run { RunId = id, ExperimentId = "7", Place = new Place { City = "Basel" }, Labels = ["a"] }, ct);

        // example: update
        ItemResult<Run> after = await runs.Update(Run.Key(id))
            .Set(r => r.Status, RunStatus.Finished)             // null removes
            .Set(r => r.Place.City, "Bern")                     // inside a map
            .Set(r => r.Score, r => r.Score.IfNotExists(0) + 0.5)
            .SetIfNotExists(r => r.Name, "unnamed")
            .Add(r => r.Steps, 1)                               // a number; a missing one counts as 0
            .Add(r => r.Tags, "nightly", "gpu")                 // to a set
            .Append(r => r.Labels, "last")                      // to a list; creates it if absent
            .Remove(r => r.Stops[0])                            // an element
            .If(r => r.RunId.Exists() & r.Status != RunStatus.Finished)
            .ReturnNew()
            .ExecuteAsync(ct);
        // end

        // example: update-more
        ItemResult<Run> before = await runs.Update(Run.Key(id))
            .Set(r => r.Steps, r => r.Steps - 1)                // computed from what is there
            .Prepend(r => r.Labels, "first")                    // to the start of a list
            .Take(r => r.Tags, "gpu")                           // from a set; without elements the set is removed
            .Remove(r => r.Name)                                // an attribute
            .ReturnOld()
            .ExecuteAsync(ct);
        // end

        // example: update-sequences
        List<string> words = ["gpu", "nightly"];
        await runs.Update(Run.Key(id)).Append(r => r.Labels, words).Add(r => r.Tags, words).ExecuteAsync(ct);
        await runs.Update(Run.Key(id)).Prepend(r => r.Labels, words).Take(r => r.Tags, words).ExecuteAsync(ct);

        List<string> none = [];
        await runs.Update(Run.Key(id)).Append(r => r.Labels, none).ExecuteAsync(ct);        // changes and sends nothing
        // end

        // example: update-index-key
        await runs.Update(Run.Key(id)).Set(r => r.ExperimentId, "other").ExecuteAsync(ct);  // and the key of byExperiment: EXP#other
        // end

        Assert.Equal(1, await runs.Query(Run.Index.ByExperiment("other")).CountAsync(ct));

        // example: update-part
        ItemResult<RunProgress> now = await runs.Update(Run.Key(id)).Add(r => r.Steps, 10).ReturnUpdatedNew().ExecuteAsync<RunProgress>(ct);
        ItemResult<RunProgress> then = await runs.Update(Run.Key(id)).Set(r => r.Steps, 0).ReturnUpdatedOld().ExecuteAsync<RunProgress>(ct);

        ItemResult<RunProgress> counted = await runs.Update(Run.Key(id))
            .Add(r => r.Steps, 1)
            .ReturnUpdatedNew()
            .ReturnConsumedCapacity()
            .ExecuteAsync<RunProgress>(ct);
        // end

        Assert.Equal(("Bern", 0.5, "unnamed"), (after.Item!.Place!.City, after.Item.Score, after.Item.Name));
        Assert.Equal((1, "unnamed"), (before.Item!.Steps, before.Item.Name));
        Assert.Equal((10, 10, 1), (now.Item!.Steps, then.Item!.Steps, counted.Item!.Steps));
        var left = await runs.GetAsync(Run.Key(id), cancellationToken: ct);
        Assert.Equal(["gpu", "nightly", "first", "a", "last", "gpu", "nightly"], left!.Labels);
        Assert.Empty(left.Tags);
    }

    [Fact]
    public void Conditions_AreMadeOfTokens()
    {
        var r = new Run.Attributes();
        var e = new Everything.Attributes();
        List<string> names = ["a", "b"];
        bool[] flags = [true];
        double? limit = 0.5;
        RunStatus?[] some = [RunStatus.Failed, null];

        // example: conditions
        Condition[] conditions =
        [
            r.Status == RunStatus.Running && r.Steps >= 10,                     // and; || is or, ! is not
            r.StartTime <= r.Steps & r.Name != r.ExperimentId,                  // two attributes; & and | do the same as && and ||
            10 <= r.Steps || 5 > r.Name.Size(),                                 // the value may stand first
            e.Flag && !e.Flag,                                                  // a boolean is a condition; e: the tokens of Everything
            r.Status.In(RunStatus.Failed, RunStatus.Finished),                  // at most 100 values
            r.Name.In(names) || e.Flag.In(flags),                               // of any sequence; no item matches an empty one
            r.Score.In(0.5, null) || r.Status.In(some) || e.Flag.In(true, null), // null: without the attribute
            r.Score < 0.5 || r.Score.Between(0.7, 0.9),                         // both ends included
            r.Name.StartsWith("run-") && !r.Name.Contains("test"),
            r.Tags.Contains("gpu") && r.Labels.Contains("last"),                // sets and lists
            r.Stops.Contains(new Place { City = "Bern" }) && r.Stops.Size() > 3,
            r.Name.Size().Between(1, 20),                                       // a text's characters; bytes, elements, members
            r.Tags.EqualTo(["gpu", "nightly"]),                                 // as a whole; of lists, sets and maps
            r.Score.NotExists() || r.Score.IsType(AttributeType.Number),
            r.Place.City == "Bern" && r.Stops[0].City != "Bern",                // inside maps and lists
            r.Notes["color"] == "red" && e.Matrix[0][1] > 3,                    // inside dictionaries, at any depth
            r.Name == null || r.Score != null || r.Tags == null,                // absent, or stored as NULL
            r.Score == limit || r.Score < limit,                                // a value that may be null; without one, < throws
            e.Bytes.StartsWith([0x1F, 0x8B]),
        ];
        // end

        Assert.All(conditions, Assert.NotNull);
        Condition[] more = [e.Flag.In(new List<bool> { true }), e.Flag.In(), e.Kind.In(new List<RunStatus>()),
            e.Flag == true, null != r.Score];
        Assert.All(more, Assert.NotNull);
        Assert.NotEqual(default, e.Flag.IfNotExists(true));
    }

    [Fact]
    public async Task Batches_ReportWhatIsLeft()
    {
        var some = Enumerable.Range(0, 60).Select(i => new Metric { RunId = id, Name = "m", Step = i, Value = i }).ToList();

        // example: batch
        BatchWriteResult written = await db.BatchWriteAsync([.. some.Select(metrics.Put), runs.Delete(Run.Key("old"))], ct);
        foreach (var operation in written.Unprocessed)
            Console.WriteLine($"not written: an operation on {operation.TableName}");

        var keys = some.Select(m => Metric.Key(m.RunId, m.Name, m.Step));
        BatchGetResult<Metric> read = await metrics.BatchGetAsync(keys, cancellationToken: ct);
        read.ThrowIfIncomplete();

        var capacity = new BatchGetOptions { ReturnConsumedCapacity = CapacityDetail.Total };
        var statuses = await runs.BatchGetAsync<RunSummary>([Run.Key(id), Run.Key("other")], capacity, ct);
        Console.WriteLine($"{statuses.Items.Count} for {statuses.ConsumedCapacity[0].CapacityUnits} units");
        // end

        // example: batch-capacity
        var options = new BatchWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total };
        BatchWriteResult counted = await db.BatchWriteAsync(some.Select(metrics.Put), options, ct);
        counted.ThrowIfIncomplete();
        double units = counted.ConsumedCapacity.Sum(used => used.CapacityUnits);        // a record for each table and request
        // end

        // example: batch-mixed
        var run = runs.Get(Run.Key(id)).As<RunSummary>();
        var metric = metrics.Get(Metric.Key(id, "m", 1));
        BatchGetResult mixed = await db.BatchGetAsync([run, metric], ct);
        mixed.ThrowIfIncomplete();
        Console.WriteLine($"{mixed.Find(run)?.Status} {mixed.Find(metric)?.Value} {mixed.All<Metric>().Count()}");

        mixed = await db.BatchGetAsync([run, metric], new BatchGetOptions { ConsistentRead = true }, ct);
        // end

        Assert.Equal(60, units);
        Assert.Equal(60, read.Items.Count);
        Assert.Equal((0, 1), (statuses.Items.Count, statuses.ConsumedCapacity[0].CapacityUnits));
        Assert.Equal(1, mixed.Find(metric)!.Value);
    }

    [Fact]
    public async Task Transactions_AreAllOrNone()
    {
        await runs.PutAsync(new Run { RunId = id, ExperimentId = "7", Status = RunStatus.Running }, ct);

        // example: transaction
        var finish = runs.Update(Run.Key(id))
            .Set(r => r.Status, RunStatus.Finished)
            .If(r => r.Status == RunStatus.Running)
            .ReturnItemOnFailure();
        var parent = runs.Check(Run.Key("parent")).If(r => r.RunId.Exists());
        try
        {
            await db.TransactWriteAsync([metrics.Put(new Metric { RunId = id, Name = "loss", Step = 1, Value = 0.1 }), finish, parent], ct);
        }
        catch (TransactWriteCanceledException canceled) when (canceled.ConditionFailed(parent))
        {
            Console.WriteLine("There is no parent.");
        }
        catch (TransactWriteCanceledException canceled) when (canceled.FailureOf(finish) is { } failure)
        {
            // ConditionalCheckFailed, TransactionConflict, ThrottlingError, …
            Console.WriteLine($"{failure.Reason}: the run is {failure.CurrentItem<Run>()?.Status}.");
        }
        // end

        var request = id;

        // example: transaction-options
        TransactWriteResult done = await db.TransactWriteAsync(
            [runs.Update(Run.Key(id)).Add(r => r.Steps, 1)],
            new TransactWriteOptions
            {
                ClientRequestToken = request,
                MaxConflictRetries = 5,
                ReturnConsumedCapacity = CapacityDetail.Total
            },
            ct);
        Console.WriteLine($"{done.ConsumedCapacity[0].WriteCapacityUnits} units of the table {done.ConsumedCapacity[0].TableName}");
        // end

        // example: transaction-get
        var (run, metric) = await db.TransactGetAsync(runs.Get(Run.Key(id)), metrics.Get(Metric.Key(id, "loss", 1)), ct);

        var (above, child) = await db.TransactGetAsync(
            runs.Get(Run.Key("parent")).As<RunSummary>(),
            runs.Get(Run.Key(id)).As<RunProgress>(),
            ct);

        var (one, two, three) = await db.TransactGetAsync(
            runs.Get(Run.Key(id)),
            metrics.Get(Metric.Key(id, "loss", 1)),
            metrics.Get(Metric.Key(id, "loss", 2)),
            ct);
        // end

        // example: transaction-get-many
        var points = Enumerable.Range(1, 9).Select(step => metrics.Get(Metric.Key(id, "loss", step))).ToList();
        var options = new TransactGetOptions { ReturnConsumedCapacity = CapacityDetail.Total };
        TransactGetResult few = await db.TransactGetAsync(points, ct);
        TransactGetResult many = await db.TransactGetAsync([runs.Get(Run.Key(id)), .. points], options, ct);
        Console.WriteLine($"{many.All<Metric>().Count()} points, the last {many.Find(points[^1])?.Value}");
        // end

        Assert.Empty(few.All<Metric>());
        Assert.Equal(4, done.ConsumedCapacity[0].WriteCapacityUnits);
        Assert.Equal(1, one!.Steps);
        Assert.True(two is null && three is null);
        Assert.Equal(id, Assert.Single(many.All<Run>()).RunId);
        Assert.Equal(RunStatus.Running, run!.Status);
        Assert.Null(metric);
        Assert.Null(above);
        Assert.Equal(1, child!.Steps);
    }
}
