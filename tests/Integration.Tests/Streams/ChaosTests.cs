using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// Random changes while three workers are killed and restarted, shards split and roll, iterators expire, records come twice, shards are
/// listed late, handlers and requests fail: in the end, what the handler derived is what is stored. 5 seeds; 200 with
/// <c>DTK_FULL_STREAMS=1</c>.
/// </summary>
public sealed class ChaosTests : StormTests
{
    private const int Steps = 120;
    private const int Items = 40;
    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_STREAMS") == "1" ? 200 : 5;

    private readonly DerivedValues derived = new();

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public async Task DerivedValues_EndEqualToStoredOnes(int seed)
    {
        derived.Chance = new Random(seed + 2000);
        var expected = new Dictionary<ItemKey<Metric>, double>();
        await StormAsync(seed, Steps, chance => ChangeAsync(chance, expected));
        derived.Chance = null;
        await ReplayUntilEqualAsync(seed, () => Task.FromResult(IsEqual(expected) ? null : "What is derived differs from what is stored."));
        await UntilAsync(() => Workers.All(static worker => worker.Consumer.Status is { Lag.Ticks: 0, PendingRecords: 0 }));
        await ReplayAllAsync();
        Assert.True(IsEqual(expected));
        await StopAllAsync();

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

    private protected override StreamConsumer ConsumerOver(DynamoClient client, StreamConsumerOptions options) =>
        StreamConsumer.For<Metric>(client, options).AddHandler(derived);
}
