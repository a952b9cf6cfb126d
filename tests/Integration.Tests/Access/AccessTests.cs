using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>Every access with generated types against the engine.</summary>
public abstract partial class AccessTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly string id = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Item_PutAndGot_IsTheSame()
    {
        var run = NewRun();
        await db.Runs.PutAsync(run, Ct);
        Assert.Equivalent(run, await db.Runs.GetAsync(Run.Key(id), consistentRead: true, Ct), strict: true);
    }

    [Fact]
    public async Task Item_Deleted_IsGone()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        await db.Runs.DeleteAsync(Run.Key(id), Ct);
        Assert.Null(await db.Runs.GetAsync(Run.Key(id), cancellationToken: Ct));
        await db.Runs.DeleteAsync(Run.Key(id), Ct);
    }

    [Fact]
    public async Task Struct_ThatIsNotThere_IsToldFromADefault()
    {
        var key = Counter.Key(id.GetHashCode());
        Assert.False((await db.Counters.Get(key).ExecuteAsync(Ct)).HasItem);
        await db.Counters.PutAsync(new Counter { Id = id.GetHashCode() }, Ct);
        Assert.True((await db.Counters.Get(key).ExecuteAsync(Ct)).HasItem);
    }

    [Fact]
    public async Task Put_IfNotExists_WinsOnce()
    {
        await db.Runs.Put(NewRun()).If(r => r.RunId.NotExists()).ExecuteAsync(Ct);
        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => db.Runs.Put(NewRun()).If(r => r.RunId.NotExists()).ReturnItemOnFailure().ExecuteAsync(Ct));
        Assert.Equal(id, error.Item["runId"].S);
    }

    [Fact]
    public async Task Put_ReturningOld_ReturnsWhatWasReplaced()
    {
        Assert.False((await db.Runs.Put(NewRun()).ReturnOld().ExecuteAsync(Ct)).HasItem);
        var second = NewRun();
        second.Name = "second";
        Assert.Equal("first", (await db.Runs.Put(second).ReturnOld().ExecuteAsync(Ct)).Item!.Name);
        Assert.Equal("second", (await db.Runs.Delete(Run.Key(id)).ReturnOld().ExecuteAsync(Ct)).Item!.Name);
    }

    [Fact]
    public async Task Update_OfEveryKind_Applies()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var updated = await db.Runs.Update(Run.Key(id))
            .Set(r => r.Status, RunStatus.Finished)
            .Set(r => r.Place.City, "Bern")
            .Set(r => r.Stops[0].City, "Genf")
            .Set(r => r.Notes["color"], "blue")
            .Set(r => r.Name, null)
            .Set(r => r.Score, (double?)0.5)
            .Add(r => r.Steps, 5)
            .Add(r => r.Tags, "c", "d")
            .Append(r => r.Labels, "z")
            .Remove(r => r.Stops[1])
            .ReturnNew().ExecuteAsync(Ct);
        Assert.True(updated.HasItem);
        var run = updated.Item!;
        Assert.Equal(
            (RunStatus.Finished, "Bern", "Genf", "blue", null, 0.5, 15),
            (run.Status, run.Place!.City, run.Stops[0].City, run.Notes["color"], run.Name, run.Score, run.Steps));
        Assert.Equal(["a", "b", "c", "d"], run.Tags.Order());
        Assert.Equal(["x", "y", "z"], run.Labels);
        Assert.Single(run.Stops);
        Assert.Equivalent(run, await db.Runs.GetAsync(Run.Key(id), true, Ct), strict: true);
    }

    [Fact]
    public async Task Update_OfWhatIsNotThere_MakesListsSetsAndNumbers()
    {
        await db.Runs.Update(Run.Key(id)).Append(r => r.Labels, "b").Add(r => r.Tags, "t").Add(r => r.Steps, 2).ExecuteAsync(Ct);
        await db.Runs.Update(Run.Key(id)).Prepend(r => r.Labels, "a").Take(r => r.Tags, "t")
            .Set(r => r.Steps, r => r.Steps + 1).SetIfNotExists(r => r.Score, 0.5).ExecuteAsync(Ct);
        var part = await db.Runs.Update(Run.Key(id)).Set(r => r.Steps, r => r.Steps.IfNotExists(0) - 1)
            .ReturnUpdatedNew().ExecuteAsync<RunProgress>(Ct);
        Assert.Equal(2, part.Item!.Steps);
        var old = await db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).ReturnUpdatedOld().ExecuteAsync<RunProgress>(Ct);
        Assert.Equal(2, old.Item!.Steps);

        // It lacks the run's required attributes, which no update can set.
        await db.Runs.DeleteAsync(Run.Key(id), Ct);
    }

    [Fact]
    public async Task Update_OfWhatIsNotThere_MakesAnItemThatHasWhatItsKeyIsMadeOf()
    {
        var made = new Metric { RunId = id, Name = "lo#ss", Step = -7, Value = 0.5 };
        var key = Metric.Key(id, "lo#ss", -7);
        var returned = await db.Metrics.Update(key).Set(m => m.Value, 0.5).ReturnNew().ExecuteAsync(Ct);
        Assert.Equal(made, returned.Item);
        Assert.Equal(made, await db.Metrics.GetAsync(key, consistentRead: true, Ct));
        await db.Metrics.DeleteAsync(key, Ct);
    }

    [Fact]
    public async Task Condition_OfEveryKind_HoldsWhereItShould()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        await HoldsAsync(r => r.Status == RunStatus.Running & r.Steps >= 10 & r.Name != "x");
        await HoldsAsync(r => r.Score.NotExists() & r.Name.Exists() & r.Place.Exists());
        await HoldsAsync(r => r.Status.In(RunStatus.Failed, RunStatus.Running) & r.Steps.Between(1, 10));
        await HoldsAsync(r => r.Name.StartsWith("fi") & r.Name.Contains("irs") & r.Tags.Contains("a") & r.Labels.Contains("y"));
        await HoldsAsync(
            r => r.Tags.Size() == 2 & r.Place.City == "Basel" & r.Stops[1].City == "Chur" & r.Labels[1] == "y" & r.Notes["color"] == "red");
        await HoldsAsync(r => !(r.Status == RunStatus.Failed) & (r.Steps < 0 | r.StartTime > r.Steps));
        await HoldsAsync(r => r.Labels.IsType(Expressions.AttributeType.List) & r.Name != null);
        await FailsAsync(r => r.Status != RunStatus.Running);
        await FailsAsync(r => r.Name == null);
        await FailsAsync(r => r.Tags.Contains("zz") | r.Place.City == "Bern");

        Task HoldsAsync(Func<Run.Attributes, Expressions.Condition> condition) => db.Runs.Put(NewRun()).If(condition).ExecuteAsync(Ct);

        Task FailsAsync(Func<Run.Attributes, Expressions.Condition> condition) =>
            Assert.ThrowsAsync<ConditionalCheckFailedException>(() => HoldsAsync(condition));
    }

    [Fact]
    public async Task Query_OfAPartition_ReadsOneTypeInOrder()
    {
        await FillAsync(30);
        var metrics = await db.Metrics.Query(Metric.Partition(id)).ToListAsync(Ct);
        Assert.Equal(30, metrics.Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), metrics.Where(m => m.Name == "loss").Select(m => m.Step));
        Assert.Equal(id, Assert.Single(await db.Runs.Query(Run.Partition(id)).ToListAsync(Ct)).RunId);
        Assert.Equal(
            metrics.AsEnumerable().Reverse(), await db.Metrics.Query(Metric.Partition(id)).Descending().ConsistentRead().ToListAsync(Ct));
    }

    [Fact]
    public async Task Query_WithSortKeyConditions_StaysWithinTheLeadingParts()
    {
        await FillAsync(30);
        Assert.Equal(Steps(7, 8, 9), await ReadAsync(Metric.SortKey.AtLeast("loss", 7)));
        Assert.Equal(Steps(8, 9), await ReadAsync(Metric.SortKey.GreaterThan("loss", 7)));
        Assert.Equal(Steps(0, 1), await ReadAsync(Metric.SortKey.LessThan("loss", 2)));
        Assert.Equal(Steps(0, 1, 2), await ReadAsync(Metric.SortKey.AtMost("loss", 2)));
        Assert.Equal(Steps(3, 4), await ReadAsync(Metric.SortKey.Between("loss", 3, 4)));
        Assert.Equal(Steps(5), await ReadAsync(Metric.SortKey.EqualTo("loss", 5)));
        Assert.Equal(10, (await ReadAsync(Metric.SortKey.StartsWith("loss"))).Count);

        static List<(string, long)> Steps(params long[] steps) => [.. steps.Select(step => ("loss", step))];

        async Task<List<(string, long)>> ReadAsync(SortKeyCondition<Metric> condition) =>
            [.. (await db.Metrics.Query(Metric.Partition(id), condition).ToListAsync(Ct)).Select(m => (m.Name, m.Step))];
    }

    [Fact]
    public async Task Query_WithFilterLimitAndPages_FindsEachItemOnce()
    {
        await FillAsync(300);
        var query = () => db.Metrics.Query(Metric.Partition(id)).Where(m => m.Value >= 50);
        var all = await query().ToListAsync(Ct);
        Assert.Equal(150, all.Count);
        Assert.Equal(all.Take(7), await query().Limit(7).ToListAsync(Ct));
        Assert.Equal(150, await query().CountAsync(Ct));
        Assert.Equal(7, await query().Limit(7).CountAsync(Ct));
        Assert.Equal(all[0], await query().FirstOrDefaultAsync(Ct));

        List<Metric> paged = [];
        PageToken? after = null;
        do
        {
            var page = await query().Limit(20).GetPageAsync(after is null ? null : PageToken.Parse(after.ToString()), Ct);
            Assert.InRange(page.Items.Count, 0, 20);
            paged.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Query_InSmallPages_ReadsThemAll()
    {
        await FillAsync(40);
        Assert.Equal(40, (await db.Metrics.Query(Metric.Partition(id)).PageSize(7).ToListAsync(Ct)).Count);
        Assert.Equal(6, await CountPagesAsync());

        async Task<int> CountPagesAsync()
        {
            var pages = 0;
            await foreach (var page in db.Metrics.Query(Metric.Partition(id)).PageSize(7)
                .ReturnConsumedCapacity().PagesAsync(cancellationToken: Ct))
            {
                Assert.True(page.ConsumedCapacity!.CapacityUnits > 0);
                pages++;
            }

            return pages;
        }
    }

    [Fact]
    public async Task IndexQuery_ReadsByTheIndexsKeys()
    {
        for (var i = 0; i < 10; i++)
        {
            await db.Runs.PutAsync(
                new Run
                {
                    RunId = $"{id}-{i}",
                    ExperimentId = id,
                    StartTime = i * 100,
                    Status = i % 2 == 0 ? RunStatus.Running : RunStatus.Failed
                },
                Ct);
        }

        var runs = await db.Runs.Query(Run.Index.ByExperiment(id), Run.Index.ByExperimentSortKey.AtLeast(500)).Descending().ToListAsync(Ct);
        Assert.Equal([900, 800, 700, 600, 500], runs.Select(r => r.StartTime));
        Assert.Equal(5, await db.Runs.Query(Run.Index.ByExperiment(id)).Where(r => r.Status == RunStatus.Failed).CountAsync(Ct));
        Assert.Equal(
            [new RunSummary { RunId = $"{id}-0" }.RunId],
            (await db.Runs.Query(Run.Index.ByExperiment(id)).Limit(1).As<RunSummary>().ToListAsync(Ct)).Select(r => r.RunId));

        List<long> paged = [];
        await foreach (var page in db.Runs.Query(Run.Index.ByExperiment(id))
            .Where(r => r.Status == RunStatus.Running).Limit(2).PagesAsync(cancellationToken: Ct))
        {
            paged.AddRange(page.Items.Select(r => r.StartTime));
        }

        Assert.Equal([0, 200, 400, 600, 800], paged);
    }

    [Fact]
    public async Task Projection_ReadsASmallerType()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var summary = (await db.Runs.Get(Run.Key(id)).As<RunSummary>().ExecuteAsync(Ct)).Item;
        Assert.Equal(new RunSummary { RunId = id, Status = RunStatus.Running }, summary);
    }

    [Fact]
    public async Task Query_OfSeveralTypes_ReadsEachAsItsOwn()
    {
        await FillAsync(3);
        var items = await db.Runs.Query(Run.Partition(id)).As(new ItemKinds<object>().Add<Run>().Add<Metric>()).ToListAsync(Ct);
        Assert.Single(items.OfType<Run>());
        Assert.Equal(3, items.OfType<Metric>().Count());
    }

    [Fact]
    public async Task Scan_ReadsOneTypeOfTheTable()
    {
        await FillAsync(60);
        var mine = await db.Metrics.Scan().Where(m => m.RunId == id).ToListAsync(Ct);
        Assert.Equal(60, mine.Count);
        Assert.Equal(60, await db.Metrics.Scan().Where(m => m.RunId == id).InParallel(4).CountAsync(Ct));
        var parallel = await db.Metrics.Scan().Where(m => m.RunId == id).PageSize(5).InParallel(4).ToListAsync(Ct);
        Assert.Equal(mine.Select(m => (m.Name, m.Step)).Order(), parallel.Select(m => (m.Name, m.Step)).Order());
        Assert.All(await db.Runs.Scan().ToListAsync(Ct), run => Assert.NotNull(run.RunId));
    }

    [Fact]
    public async Task Batch_OfAnyLength_WritesAndReadsMixedTypes()
    {
        var metrics = Enumerable.Range(0, 130).Select(i => new Metric { RunId = id, Name = "m", Step = i, Value = i }).ToList();
        List<IWriteOperation> puts = [db.Runs.Put(NewRun()), .. metrics.Select(db.Metrics.Put)];
        (await db.Client.BatchWriteAsync(puts, Ct)).ThrowIfIncomplete();
        var read = await db.Metrics.BatchGetAsync(
            metrics.Select(m => Metric.Key(id, "m", m.Step)).Append(Metric.Key(id, "none", 0)),
            new BatchGetOptions { ConsistentRead = true },
            Ct);
        Assert.Equal(metrics, read.Items.OrderBy(m => m.Step));

        Get<Run> run = db.Runs.Get(Run.Key(id));
        var metric = db.Metrics.Get(Metric.Key(id, "m", 7));
        var mixed = await db.Client.BatchGetAsync([run, metric], cancellationToken: Ct);
        Assert.Equal((id, 7), (mixed.Find(run)!.RunId, mixed.Find(metric)!.Value));
        await db.Client.BatchWriteAsync(metrics.Select(m => db.Metrics.Delete(Metric.Key(id, "m", m.Step))), Ct);
        Assert.Empty(await db.Metrics.Query(Metric.Partition(id)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Transaction_WritesAllOrNoneAndTellsWhy()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var metric = new Metric { RunId = id, Name = "loss", Step = 1, Value = 1 };
        await db.Client.TransactWriteAsync(
            [db.Metrics.Put(metric), db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).If(r => r.Status == RunStatus.Running)], Ct);

        var error = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => db.Client.TransactWriteAsync(
            [
                db.Metrics.Delete(Metric.Key(id, "loss", 1)),
                db.Runs.Check(Run.Key(id)).If(r => r.Status == RunStatus.Failed).ReturnItemOnFailure(),
            ],
            Ct));
        Assert.Equal(["None", "ConditionalCheckFailed"], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Equal("11", error.CancellationReasons[1].Item["steps"].N);

        var (run, kept) = await db.Client.TransactGetAsync(db.Runs.Get(Run.Key(id)), db.Metrics.Get(Metric.Key(id, "loss", 1)), Ct);
        Assert.Equal(11, run!.Steps);
        Assert.Equal(metric, kept);
    }

    [Fact]
    public async Task Transaction_SentTwiceWithOneToken_IsDoneOnce()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var options = new TransactWriteOptions { ClientRequestToken = id };
        await db.Client.TransactWriteAsync([db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1)], options, Ct);
        await db.Client.TransactWriteAsync([db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1)], options, Ct);
        Assert.Equal(11, (await db.Runs.GetAsync(Run.Key(id), true, Ct))!.Steps);
    }

    [Fact]
    public async Task ExpiredItems_AreNotReturnedUnlessAskedFor()
    {
        var run = NewRun();
        run.ExpiresAt = DateTimeOffset.UtcNow.AddHours(1);
        await db.Runs.PutAsync(run, Ct);
        Assert.NotNull(await db.Runs.GetAsync(Run.Key(id), true, Ct));
        Assert.Single(await db.Runs.Query(Run.Partition(id)).ToListAsync(Ct));
    }

    [Fact]
    public async Task Writers_RacingForOneKey_HaveOneWinner()
    {
        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                await db.Runs.Put(NewRun()).If(r => r.RunId.NotExists()).ExecuteAsync(Ct);
                return 1;
            }
            catch (ConditionalCheckFailedException)
            {
                return 0;
            }
        }));
        Assert.Equal(1, wins.Sum());
    }

    [Fact]
    public async Task Writers_RacingToAdd_LoseNothing()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 10; i++)
                await db.Runs.Update(Run.Key(id)).Add(r => r.Steps, 1).Add(r => r.Tags, $"{writer}-{i}").ExecuteAsync(Ct);
        }));
        var run = await db.Runs.GetAsync(Run.Key(id), true, Ct);
        Assert.Equal((170, 162), (run!.Steps, run.Tags.Count));
    }

    private Run NewRun(string? runId = null) => new()
    {
        RunId = runId ?? id,
        ExperimentId = "7",
        StartTime = 1_000,
        Status = RunStatus.Running,
        Name = "first",
        Steps = 10,
        Labels = ["x", "y"],
        Tags = ["a", "b"],
        Notes = new() { ["color"] = "red" },
        Place = new Place { City = "Basel", Zip = 4000 },
        Stops = [new Place { City = "Biel" }, new Place { City = "Chur" }],
    };

    private async Task FillAsync(int metrics)
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        string[] names = ["accuracy", "loss", "rate"];
        var puts = Enumerable.Range(0, metrics)
            .Select(i => db.Metrics.Put(new Metric { RunId = id, Name = names[i % 3], Step = i / 3, Value = i % 100 }));
        (await db.Client.BatchWriteAsync(puts, Ct)).ThrowIfIncomplete();
    }
}
