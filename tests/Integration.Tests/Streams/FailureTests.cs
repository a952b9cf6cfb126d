using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>Handlers that fail: dead letters and replay, batches that split, shards that wait.</summary>
public sealed class FailureTests : StreamTests
{
    private readonly Recorder<Metric> metrics = new();

    [Fact]
    public async Task PoisonRecord_StopsOnlyItsItem_AndIsAppliedByReplay()
    {
        metrics.Fails = change => change.New?.Value == 13;
        for (var i = 0; i < 6; i++)
        {
            await Metrics.PutAsync(MetricOf(i), Ct);
            await Metrics.PutAsync(MetricOf(i, i == 3 ? 13 : 1), Ct);
            await Metrics.PutAsync(MetricOf(i, 2), Ct);
        }

        var consumer = Consumer();
        await RunUntilAsync(consumer, () => metrics.Changes.Count == 16 && consumer.Status is { PendingRecords: 0, ParkedItems: 1 });

        // The item's first change was handled, the second one failed, and the third one waits for it.
        Assert.Equal([0], metrics.Changes.Where(change => change.New!.Name == "m3").Select(change => change.New!.Value));
        Assert.Equal(5, metrics.Failures);
        var letters = await LettersAsync(consumer);
        Assert.Equal(2, letters.Count);
        Assert.Contains("No METRIC#m3", letters[0].Reason);
        Assert.Equal((5, 0), (letters[0].Attempts, letters[1].Attempts));
        Assert.Equal("RUN#1", letters[0].Item.Split(' ')[0]);
        Assert.Contains("NewImage", letters[0].Record);

        // A replay before the fix changes nothing but the reason.
        var replayed = await consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
        Assert.Equal((0, 0, 1), (replayed.Applied, replayed.ItemsReleased, replayed.ItemsStillParked));
        Assert.Equal([6, 0], (await LettersAsync(consumer)).Select(letter => letter.Attempts));

        // A worker that starts anew knows that the item is parked.
        await Metrics.PutAsync(MetricOf(3, 3), Ct);
        await Metrics.PutAsync(MetricOf(9), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 17);
        Assert.Equal(3, (await LettersAsync(consumer)).Count);

        metrics.Fails = static _ => false;
        replayed = await consumer.ReplayDeadLettersAsync(cancellationToken: Ct);

        Assert.Equal((3, 1, 0), (replayed.Applied, replayed.ItemsReleased, replayed.ItemsStillParked));
        Assert.Empty(await LettersAsync(consumer));
        Assert.Equal([0, 13, 2, 3], metrics.Changes.Where(change => change.New!.Name == "m3").Select(change => change.New!.Value));
    }

    [Fact]
    public async Task ReplayWhileAWorkerRuns_TheWorkerHandlesTheItemAgain()
    {
        metrics.Fails = change => change.New?.Name == "m1";
        await Metrics.PutAsync(MetricOf(1), Ct);
        var consumer = Consumer();
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        await UntilAsync(() => consumer.Status.ParkedItems == 1);
        await Metrics.PutAsync(MetricOf(1, 1), Ct);
        await Metrics.PutAsync(MetricOf(2), Ct);
        await UntilAsync(() => metrics.Changes.Count == 1 && consumer.Status.PendingRecords == 0);

        metrics.Fails = static _ => false;
        Assert.Equal(2, (await consumer.ReplayDeadLettersAsync(cancellationToken: Ct)).Applied);
        await Metrics.PutAsync(MetricOf(1, 2), Ct);
        await UntilAsync(() => metrics.Changes.Count == 4);

        Assert.Equal([0, 1, 2], metrics.Changes.Where(change => change.New!.Name == "m1").Select(change => change.New!.Value));
        Assert.Equal(0, consumer.Status.ParkedItems);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
    }

    [Fact]
    public async Task LargeRecord_IsKeptWhole()
    {
        var runs = new Recorder<Run> { Fails = static change => change.Kind == ChangeKind.Modify };
        var run = new Run { RunId = "1", ExperimentId = "e", Name = new string('\u20ac', 120_000) };
        await Runs.PutAsync(run, Ct);
        run.Name = string.Concat(Enumerable.Repeat("\U0001F600", 85_000));
        await Runs.PutAsync(run, Ct);
        var consumer = StreamConsumer.For<Run>(Db).AddHandler(runs);
        await RunUntilAsync(consumer, () => consumer.Status.ParkedItems == 1);

        runs.Fails = static _ => false;
        Assert.Equal(1, (await consumer.ReplayDeadLettersAsync(cancellationToken: Ct)).Applied);
        var change = runs.Changes.Last();
        Assert.Equal((120_000, run.Name), (change.Old!.Name!.Length, change.New!.Name));
    }

    [Fact]
    public async Task FailingBatch_IsSplit_UntilThePoisonIsFound()
    {
        var batches = new BatchRecorder("m5");
        for (var i = 0; i < 16; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        var consumer = StreamConsumer.For<Metric>(Db, new() { Lanes = 1 }).AddHandler(batches);
        await RunUntilAsync(consumer, () => batches.Handled.Count == 15 && consumer.Status.ParkedItems == 1);

        Assert.Equal(Enumerable.Range(0, 16).Where(i => i != 5).Select(i => $"m{i}"), batches.Handled.Select(change => change.New!.Name));

        // 8, then its halves down to the one, which is tried five times; and the second 8.
        Assert.Equal([8, 4, 4, 2, 1, 1, 1, 1, 1, 1, 2, 8], batches.Calls);
        Assert.Equal("m5", Assert.Single(await LettersAsync(consumer)).Item.Split('#')[2]);
    }

    [Fact]
    public async Task StopShard_WaitsUntilTheHandlerSucceeds()
    {
        var strict = new Recorder<Metric>(FailurePolicy.StopShard) { Fails = static change => change.New?.Name == "m2" };
        for (var i = 0; i < 4; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        var consumer = StreamConsumer.For<Metric>(Db, new() { Lanes = 1 }).AddHandler(strict);
        using var stop = new CancellationTokenSource();
        var running = RunAsync(consumer, stop.Token);
        await UntilAsync(() => consumer.Status.Problems.Count == 1 && strict.Failures > 8);
        Assert.Contains("a handler fails with InvalidOperationException", consumer.Status.Problems[0]);
        Assert.Equal(["m0", "m1"], strict.Changes.Select(change => change.New!.Name));

        strict.Fails = static _ => false;
        await UntilAsync(() => strict.Changes.Count == 4);
        await UntilAsync(() => consumer.Status.Problems.Count == 0);
        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
        Assert.Empty(await LettersAsync(consumer));
    }

    [Fact]
    public async Task StopShard_StopsWhileItWaits_AndContinuesThere()
    {
        var strict = new Recorder<Metric>(FailurePolicy.StopShard) { Fails = static change => change.New?.Name == "m2" };
        for (var i = 0; i < 4; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        await RunUntilAsync(StreamConsumer.For<Metric>(Db, new() { Lanes = 1 }).AddHandler(strict), () => strict.Failures > 2);

        strict.Fails = static _ => false;
        await RunUntilAsync(StreamConsumer.For<Metric>(Db).AddHandler(strict), () => strict.Changes.Count == 4);
        Assert.Equal(["m0", "m1", "m2", "m3"], strict.Changes.Select(change => change.New!.Name).Order());
    }

    [Fact]
    public async Task Discarded_LettersAreGone_AndTheItemIsHandledAgain()
    {
        metrics.Fails = static change => change.New?.Value == 0;
        await Metrics.PutAsync(MetricOf(1), Ct);
        await Metrics.PutAsync(MetricOf(1, 1), Ct);
        var consumer = Consumer();
        await RunUntilAsync(consumer, () => consumer.Status is { ParkedItems: 1, PendingRecords: 0 });
        Assert.Equal(2, await consumer.DiscardDeadLettersAsync(static _ => true, Ct));

        await Metrics.PutAsync(MetricOf(1, 2), Ct);
        await RunUntilAsync(Consumer(), () => metrics.Changes.Count == 1);
        Assert.Equal(2, metrics.Changes.Single().New!.Value);
    }

    private StreamConsumer Consumer() => StreamConsumer.For<Metric>(Db).AddHandler(metrics);

    private static async Task<List<DeadLetter>> LettersAsync(StreamConsumer consumer)
    {
        List<DeadLetter> letters = [];
        await foreach (var letter in consumer.ReadDeadLettersAsync(Ct))
            letters.Add(letter);
        return letters;
    }
}
