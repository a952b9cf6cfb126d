using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>One worker: what its handlers get, and from where it continues.</summary>
public sealed class ConsumerTests : StreamTests
{
    private readonly Recorder<Metric> metrics = new();

    [Fact]
    public async Task EachHandler_GetsTheChangesOfItsType()
    {
        var runs = new Recorder<Run>();
        var run = new Run { RunId = "1", ExperimentId = "e", ExpiresAt = Clock.GetUtcNow().AddSeconds(1) };
        await Runs.PutAsync(run, Ct);
        await Metrics.PutAsync(MetricOf(1, 5), Ct);
        await Metrics.PutAsync(MetricOf(1, 6), Ct);
        await Metrics.DeleteAsync(Metric.Key("1", "m1", 1), Ct);
        Clock.Advance(TimeSpan.FromSeconds(2));
        Engine.DeleteExpired();

        await RunUntilAsync(Consumer().AddHandler(runs), () => metrics.Changes.Count == 3 && runs.Changes.Count == 2);

        Assert.Equal(["Insert META", "Expired META"], runs.Lines);
        Assert.Equal([ChangeKind.Insert, ChangeKind.Modify, ChangeKind.Remove], metrics.Changes.Select(change => change.Kind));
        var modified = metrics.Changes.ElementAt(1);
        Assert.Equal((5, 6), (modified.Old!.Value, modified.New!.Value));
        Assert.Equal(Metric.Key("1", "m1", 1), modified.Key);
        Assert.NotEmpty(modified.EventId);
        Assert.Equal("e", runs.Changes.ElementAt(1).Old!.ExperimentId);
        Assert.Null(runs.Changes.ElementAt(1).New);
    }

    [Fact]
    public async Task Start_ThatMeetsPassingErrors_BeginsAnyway()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = StreamTable.DefaultName, Count = 3 }))
            await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 1);
    }

    [Fact]
    public async Task SecondRun_ContinuesWhereTheFirstStopped()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 1);
        await Metrics.PutAsync(MetricOf(2), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count >= 2);
        await RunForAsync(Consumer(), 30);

        Assert.Equal(["m1", "m2"], metrics.Changes.Select(change => change.New!.Name));
    }

    [Fact]
    public async Task StartFromNow_LeavesOutWhatWasBefore()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var consumer = Consumer(options => options.StartFrom = StreamStart.Now);
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        await UntilAsync(() => consumer.Status.Shards == 1);
        await Metrics.PutAsync(MetricOf(2), Ct);
        await Shards.CloseAsync(0, split: true);
        for (var i = 3; i < 10; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        await UntilAsync(() => metrics.Changes.Count >= 8);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;

        Assert.Equal(Enumerable.Range(2, 8).Select(i => $"m{i}"), metrics.Changes.Select(change => change.New!.Name).Order());
    }

    [Fact]
    public async Task Shards_AreReadInTheOrderOfTheirLineage()
    {
        var lastOf = new Dictionary<string, double>();
        var overtaken = 0;
        metrics.Before = (change, _) =>
        {
            lock (lastOf)
            {
                if (lastOf.TryGetValue(change.New!.Name, out var last) && last + 1 != change.New.Value)
                    overtaken++;
                lastOf[change.New.Name] = change.New.Value;
            }

            return Task.CompletedTask;
        };
        Shards.ExpireIterators();
        for (var round = 0; round < 12; round++)
        {
            for (var name = 0; name < 10; name++)
                await Metrics.PutAsync(MetricOf(name, round), Ct);
            if (round == 0)
                await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 10);
            await Shards.CloseAsync(round, split: round % 3 == 0);
        }

        await RunUntilAsync(Consumer(), () => metrics.Changes.Count >= 120);

        Assert.Equal(0, overtaken);
        Assert.Equal(120, metrics.Changes.Count);
    }

    [Fact]
    public async Task EngineShards_ThatRollByTime_AreFollowed()
    {
        // Over the engine itself, whose shards last four hours.
        var consumer = StreamConsumer.For<Metric>(ClientOver(new Undisposed(Engine))).AddHandler(metrics);
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        for (var i = 0; i < 4; i++)
        {
            await Metrics.PutAsync(MetricOf(i), Ct);
            await UntilAsync(() => metrics.Changes.Count == i + 1 || running.IsCompleted);
            for (var step = 0; step < 4.5 * 180; step++)
                await StepAsync(TimeSpan.FromSeconds(20));
        }

        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
        Assert.Equal(["m0", "m1", "m2", "m3"], metrics.Changes.Select(change => change.New!.Name));
    }

    [Fact]
    public async Task TrimmedData_WaitsOrSkips_AsDeclared()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 1);
        for (var i = 2; i < 8; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        await Shards.CloseAsync(0, split: false);
        Shards.Trim(keep: 2);

        var failing = Consumer();
        using (var stop = new CancellationTokenSource())
        {
            var running = RunAsync(failing, stop.Token);
            await UntilAsync(() => failing.Status.Problems.Count > 0);
            Assert.Contains("deleted changes", failing.Status.Problems[0]);
            Assert.Single(metrics.Changes);
            await stop.CancelAsync();
            await UntilAsync(() => running.IsCompleted);
            await running;
        }

        await RunUntilAsync(Consumer(options => options.OnTrimmedData = TrimmedDataPolicy.SkipToOldest), () => metrics.Changes.Count == 3);
        Assert.Equal(["m1", "m6", "m7"], metrics.Changes.Select(change => change.New!.Name).Order());
    }

    [Fact]
    public async Task ShardThatIsGone_WaitsOrEnds_AsDeclared()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 1);
        await Metrics.PutAsync(MetricOf(2), Ct);
        await Shards.CloseAsync(0, split: true);
        await Metrics.PutAsync(MetricOf(3), Ct);
        Shards.Remove(0);

        var failing = Consumer();
        await RunUntilAsync(failing, () => failing.Status.Problems.Count > 0);
        Assert.Single(metrics.Changes);

        await RunUntilAsync(Consumer(options => options.OnTrimmedData = TrimmedDataPolicy.SkipToOldest), () => metrics.Changes.Count == 2);
        Assert.Equal(["m1", "m3"], metrics.Changes.Select(change => change.New!.Name));
    }

    [Theory]
    [InlineData(false, "Insert 1, Insert 2")]
    [InlineData(true, "Insert 0, Modify 0")]
    public async Task Versions_OrTheirLatest_AreHandled(bool latest, string expected)
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()).WithStream(), Ct);
        var table = Db.Table<Formula>();
        var formula = await table.SaveVersionAsync(new Formula { Name = "f", Owner = "a", Text = "t" }, cancellationToken: Ct);
        await table.SaveVersionAsync(formula with { Owner = "b" }, cancellationToken: Ct);
        var formulas = new Recorder<Formula> { HandlesLatest = latest };

        await RunUntilAsync(
            StreamConsumer.For<Formula>(ClientOver(new Undisposed(Engine))).AddHandler(formulas), () => formulas.Changes.Count == 2);

        // Versions are items of their own, so they come in any order.
        Assert.Equal(expected, string.Join(", ", formulas.Changes.Select(change => $"{change.Kind} {change.Key.Sort}").Order()));
    }

    [Fact]
    public async Task StreamThatIsEnabledAgain_FollowsTheOldOne()
    {
        var consumer = () => StreamConsumer.For<Metric>(ClientOver(new Undisposed(Engine))).AddHandler(metrics);
        await Metrics.PutAsync(MetricOf(1), Ct);
        await RunUntilAsync(consumer(), () => metrics.Changes.Count == 1);
        await Metrics.PutAsync(MetricOf(1, 2), Ct);
        await RestartStreamAsync();
        await Metrics.PutAsync(MetricOf(1, 3), Ct);
        await RunUntilAsync(consumer(), () => metrics.Changes.Count == 3);
        Assert.Equal([0, 2, 3], metrics.Changes.Select(change => change.New!.Value));
    }

    [Fact]
    public async Task ExpiredIterators_LoseAndRepeatNothing()
    {
        var consumer = Consumer();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        for (var i = 0; i < 20; i++)
        {
            await Metrics.PutAsync(MetricOf(i), Ct);
            Shards.ExpireIterators();
            await StepAsync(TimeSpan.FromSeconds(1));
        }

        await UntilAsync(() => metrics.Changes.Count >= 20);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
        Assert.Equal(20, metrics.Changes.Count);
    }

    [Fact]
    public async Task Lag_ShowsWhatWaits_AndReturnsToZero()
    {
        var release = new TaskCompletionSource();
        metrics.Before = (_, _) => release.Task;
        for (var i = 0; i < 5; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        var consumer = Consumer();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        await UntilAsync(() => consumer.Status.PendingRecords == 5 && consumer.Status.Lag > TimeSpan.FromSeconds(10));

        release.SetResult();
        await UntilAsync(() => consumer.Status is { PendingRecords: 0, Lag.Ticks: 0 });
        Assert.True(consumer.Status.IsRunning);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        Assert.False(consumer.Status.IsRunning);
    }

    [Fact]
    public async Task Mistakes_AreNamed()
    {
        var consumer = StreamConsumer.For<Metric>(Db);
        await Assert.ThrowsAsync<InvalidOperationException>(() => consumer.RunAsync(Ct));
        consumer.AddHandler(metrics);
        Assert.Throws<ArgumentException>(() => consumer.AddHandler(new Recorder<Metric>()));
        Assert.Throws<ArgumentException>(() => consumer.AddHandler(new Recorder<Counter>(name: "counters")));
        Assert.Throws<ArgumentException>(() => StreamConsumer.For<Metric>(Db, new() { LeaseTable = "tracking" }));
        Assert.Throws<ArgumentException>(() => StreamConsumer.For<Metric>(Db, new() { Name = "a#b" }));
    }

    private StreamConsumer Consumer(Action<StreamConsumerOptions>? configure = null)
    {
        var options = new StreamConsumerOptions();
        configure?.Invoke(options);
        return StreamConsumer.For<Metric>(Db, options).AddHandler(metrics);
    }

    private async Task RunForAsync(StreamConsumer consumer, int steps)
    {
        var step = 0;
        await RunUntilAsync(consumer, () => ++step > steps);
    }
}
