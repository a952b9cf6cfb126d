using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>Changes that a consumer has lost, although the service does not say so in response to a request for records.</summary>
public sealed class GapTests : StreamTests
{
    private readonly Recorder<Metric> metrics = new();

    private IEnumerable<string> Names => metrics.Changes.Select(static change => change.New!.Name);

    /// <summary>A shard that was never read further than its beginning is read from the oldest change that is left.</summary>
    [Fact]
    public async Task ChangesBeforeTheFirstPosition_AreMissed()
    {
        var first = Consumer(new Undisposed(Engine));
        await RunUntilAsync(first, () => first.Status.Shards > 0);
        Clock.Advance(TimeSpan.FromMinutes(30));
        await Metrics.PutAsync(MetricOf(1), Ct);
        Clock.Advance(TimeSpan.FromHours(24.5));
        await Metrics.PutAsync(MetricOf(2), Ct);

        var failing = Consumer(new Undisposed(Engine));
        await RunUntilAsync(failing, () => failing.Status.Problems.Count > 0 || !metrics.Changes.IsEmpty);
        Assert.Empty(metrics.Changes);
        await RunUntilAsync(Consumer(new Undisposed(Engine), TrimmedDataPolicy.SkipToOldest), () => metrics.Changes.Count == 1);
        Assert.Equal(["m2"], Names);
    }

    [Fact]
    public async Task QuietShard_ThatIsRead_MissesNothing()
    {
        var first = Consumer(new Undisposed(Engine));
        using var stop = new CancellationTokenSource();
        var running = RunAsync(first, stop.Token);
        await UntilAsync(() => first.Status.Shards > 0);
        for (var hour = 0; hour < 26; hour++)
        {
            for (var step = 0; step < 180; step++)
                await StepAsync(TimeSpan.FromSeconds(20));
        }

        await stop.CancelAsync();
        await UntilAsync(() => running.IsCompleted);
        await running;
        await Metrics.PutAsync(MetricOf(1), Ct);
        var again = Consumer(new Undisposed(Engine));
        await RunUntilAsync(again, () => again.Status.Problems.Count > 0 || !metrics.Changes.IsEmpty);
        Assert.Equal(["m1"], Names);
    }

    /// <summary>Nobody has ever known the second of three shards.</summary>
    [Fact]
    public async Task ShardWhoseUnreadParentIsGone_WaitsOrGoesOn_AsDeclared()
    {
        await Metrics.PutAsync(MetricOf(1), Ct);
        await RunUntilAsync(Consumer(Shards), () => metrics.Changes.Count == 1);
        for (var i = 2; i < 4; i++)
        {
            await Shards.CloseAsync(0, split: false);
            await Metrics.PutAsync(MetricOf(i), Ct);
        }

        await Shards.CloseAsync(0, split: false);
        await Metrics.PutAsync(MetricOf(4), Ct);
        for (var i = 0; i < 3; i++)
            Shards.Remove(0);

        var failing = Consumer(Shards);
        await RunUntilAsync(failing, () => failing.Status.Problems.Count == 2 || metrics.Changes.Count > 1);
        Assert.Equal(["m1"], Names);
        await RunUntilAsync(Consumer(Shards, TrimmedDataPolicy.SkipToOldest), () => metrics.Changes.Count == 2);
        Assert.Equal(["m1", "m4"], Names);
    }

    private StreamConsumer Consumer(Transport.IDynamoTransport transport, TrimmedDataPolicy policy = TrimmedDataPolicy.Fail) =>
        StreamConsumer.For<Metric>(ClientOver(transport), new StreamConsumerOptions { OnTrimmedData = policy }).AddHandler(metrics);
}
