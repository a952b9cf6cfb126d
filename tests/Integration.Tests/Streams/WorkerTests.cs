using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>Several workers of one consumer: they share shards, hand them over, and replace each other.</summary>
public sealed class WorkerTests : StreamTests
{
    private readonly Recorder<Metric> metrics = new();
    private readonly List<Worker> workers = [];

    [Fact]
    public async Task Workers_ShareTheShards()
    {
        await SplitAsync(4);
        Start("a");
        await UntilAsync(() => workers[0].Consumer.Status.Shards == 4);
        Start("b");
        await UntilAsync(() => workers.TrueForAll(static worker => worker.Consumer.Status.Shards == 2));

        // They do not swap shards afterwards.
        var problems = 0;
        for (var step = 0; step < 300; step++)
        {
            await StepAsync(TimeSpan.FromSeconds(1));
            problems += workers.Sum(static worker => worker.Consumer.Status.Problems.Count);
        }

        Assert.Equal([2, 2], workers.Select(static worker => worker.Consumer.Status.Shards));
        Assert.Equal(0, problems);
        await StopAllAsync();
    }

    [Fact]
    public async Task DeadWorker_IsReplaced_AndNothingIsLost()
    {
        await SplitAsync(2);
        Start("a");
        await UntilAsync(() => workers[0].Consumer.Status.Shards == 2);
        for (var i = 0; i < 30; i++)
            await Metrics.PutAsync(MetricOf(i), Ct);
        await UntilAsync(() => metrics.Changes.Count > 3);
        workers[0].Kill();
        await UntilAsync(() => workers[0].Running.IsCompleted);
        workers.Clear();

        var killed = Clock.GetUtcNow();
        Start("b");
        await UntilAsync(() => workers[0].Consumer.Status.Shards == 2);
        Assert.True(Clock.GetUtcNow() - killed > TimeSpan.FromSeconds(30), "The lease of a worker that may live was taken.");
        await UntilAsync(() => metrics.Changes.Select(static change => change.New!.Name).Distinct().Count() == 30);
        await StopAllAsync();
    }

    [Fact]
    public async Task RestartedWorker_TakesItsOwnShardsAtOnce()
    {
        await SplitAsync(2);
        Start("a");
        await UntilAsync(() => workers[0].Consumer.Status.Shards == 2);
        workers[0].Kill();
        await UntilAsync(() => workers[0].Running.IsCompleted);
        workers.Clear();

        Start("a");
        await AtOnceAsync(() => workers[0].Consumer.Status.Shards == 2);
        await StopAllAsync();
    }

    [Fact]
    public async Task StoppedWorker_FinishesWhatItHasBegun_AndHandsOver()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        metrics.Before = (change, _) =>
        {
            begun.TrySetResult();
            return change.New!.Name == "m0" ? release.Task : Task.CompletedTask;
        };
        Start("a");
        await Metrics.PutAsync(MetricOf(0), Ct);
        await UntilAsync(() => begun.Task.IsCompleted);
        workers[0].Stop();
        await Metrics.PutAsync(MetricOf(1), Ct);
        for (var i = 0; i < 20; i++)
            await StepAsync(TimeSpan.FromMilliseconds(100));
        Assert.False(workers[0].Running.IsCompleted);

        release.SetResult();
        await UntilAsync(() => workers[0].Running.IsCompleted);
        Assert.Equal(["m0"], metrics.Changes.Select(static change => change.New!.Name));
        workers.Clear();

        // The other one need not wait for the end of a lease, and gets only what is left.
        Start("b");
        await AtOnceAsync(() => metrics.Changes.Count == 2);
        Assert.Equal(["m0", "m1"], metrics.Changes.Select(static change => change.New!.Name));
        await StopAllAsync();
    }

    [Fact]
    public async Task HangingHandler_IsCancelled_AfterTheShutdownTimeout()
    {
        var (hasBegun, isCancelled) = (false, false);
        metrics.Before = async (_, cancellationToken) =>
        {
            hasBegun = true;
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                isCancelled = true;
                throw;
            }
        };
        Start("a");
        await Metrics.PutAsync(MetricOf(0), Ct);
        await UntilAsync(() => hasBegun);
        await StopAllAsync();
        Assert.True(isCancelled);
        Assert.Empty(metrics.Changes);
    }

    private void Start(string name)
    {
        var network = new KillSwitch(Shards);
        var worker = new Worker(network, StreamConsumer.For<Metric>(ClientOver(network), Worker.OptionsOf(name)).AddHandler(metrics));
        Watch(worker.Consumer, () => worker.IsStopping);
        workers.Add(worker);
    }

    private async Task SplitAsync(int shards)
    {
        await Metrics.PutAsync(MetricOf(99), Ct);
        metrics.Fails = static _ => false;
        Start("first");
        await UntilAsync(() => workers[0].Consumer.Status.Shards == 1);
        for (var place = 0; Shards.OpenShards < shards; place = 0)
            await Shards.CloseAsync(place, split: true);
        await UntilAsync(() => workers[0].Consumer.Status.Shards == shards);
        await StopAllAsync();
        metrics.Changes.Clear();
    }

    private async Task StopAllAsync()
    {
        workers.ForEach(static worker => worker.Stop());
        await UntilAsync(() => workers.TrueForAll(static worker => worker.Running.IsCompleted));
        workers.Clear();
    }
}
