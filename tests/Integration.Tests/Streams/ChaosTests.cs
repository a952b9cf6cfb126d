using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// Random changes while three workers are killed and restarted, shards split and roll, iterators expire, records come twice, shards are
/// listed late, handlers and requests fail: in the end, what the handler derived is what is stored. 5 seeds; 200 with
/// <c>DTK_FULL_STREAMS=1</c>.
/// </summary>
public sealed class ChaosTests : StreamTests
{
    private const int Steps = 120;
    private const int Items = 40;
    private const int MaxWaits = 2000;
    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_STREAMS") == "1" ? 200 : 5;

    private readonly DerivedValues derived = new();
    private readonly Worker?[] workers = new Worker?[3];
    private readonly List<Worker> dying = [];

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public async Task DerivedValues_EndEqualToStoredOnes(int seed)
    {
        var chance = new Random(seed);
        Shards.Chance = new Random(seed + 1000);
        derived.Chance = new Random(seed + 2000);
        var expected = new Dictionary<ItemKey<Metric>, double>();
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = StreamTable.DefaultName, Rate = 0.05 }))
        {
            for (var step = 0; step < Steps; step++)
            {
                await ChangeAsync(chance, expected);
                await DisturbAsync(chance);
                await StepAsync(TimeSpan.FromMilliseconds(chance.Next(1500)));
            }
        }

        // The storm is over.
        Shards.Chance = null;
        derived.Chance = null;
        for (var place = 0; place < workers.Length; place++)
            workers[place] ??= Start(place);

        // A change that fails twice is parked, and the replay applies it.
        for (var wait = 0; !IsEqual(expected); wait++)
        {
            Assert.True(wait < MaxWaits, $"What is derived differs from what is stored, with seed {seed}.");
            await workers[0]!.Consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
            await StepAsync(TimeSpan.FromMilliseconds(100));
        }

        await UntilAsync(() => workers.All(static worker => worker!.Consumer.Status is { Lag.Ticks: 0, PendingRecords: 0 }));
        await workers[0]!.Consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
        await foreach (var letter in workers[0]!.Consumer.ReadDeadLettersAsync(Ct))
            Assert.Fail($"{letter.Item} is still parked: {letter.Reason}");
        Assert.True(IsEqual(expected));
        foreach (var worker in workers)
            worker!.Stop();
        await UntilAsync(() => workers.Concat(dying).All(static worker => worker!.Running.IsCompleted));
        await Task.WhenAll(workers.Concat(dying).Select(static worker => worker!.Running));

        // Changes came again, but each came for the first time in the order of its item.
        Assert.True(derived.Late > 0, $"No change came late, with seed {seed}.");
        Assert.Equal(0, derived.OutOfOrder);
    }

    private bool IsEqual(Dictionary<ItemKey<Metric>, double> expected)
    {
        var found = derived.Values;
        return found.Count == expected.Count && expected.All(entry => found.TryGetValue(entry.Key, out var value) && value == entry.Value);
    }

    private async Task ChangeAsync(Random chance, Dictionary<ItemKey<Metric>, double> expected)
    {
        for (var i = chance.Next(6); i > 0; i--)
        {
            var metric = MetricOf(chance.Next(Items), chance.Next(), run: $"r{chance.Next(4)}");
            var key = Metric.Key(metric.RunId, metric.Name, metric.Step);
            if (chance.Next(4) == 0)
            {
                await Metrics.DeleteAsync(key, Ct);
                expected.Remove(key);
            }
            else
            {
                await Metrics.PutAsync(metric, Ct);
                expected[key] = metric.Value;
            }
        }
    }

    private async Task DisturbAsync(Random chance)
    {
        var place = chance.Next(workers.Length);
        switch (chance.Next(12))
        {
            case 0: await Shards.CloseAsync(chance.Next(100), split: Shards.OpenShards < 8); break;
            case 1: await Shards.CloseAsync(chance.Next(100), split: false); break;
            case 2: Shards.ExpireIterators(); break;
            case 3 or 4 when workers[place] is { } victim:
                if (chance.Next(3) == 0)
                    victim.Stop();
                else
                    victim.Kill();
                dying.Add(victim);
                workers[place] = null;
                break;
            case 5 or 6 or 7: workers[place] ??= Start(place); break;
        }
    }

    // Some come back under their name, and some as new workers.
    private Worker Start(int place)
    {
        var network = new KillSwitch(Shards);
        var name = dying.Count % 2 == 0 ? $"worker-{place}" : $"worker-{place}-{dying.Count}";
        return new Worker(network, StreamConsumer.For<Metric>(ClientOver(network), Worker.OptionsOf(name)).AddHandler(derived));
    }
}
