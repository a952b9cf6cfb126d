using DynamoToolkit.Local;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// The base of tests in which items change while everything goes wrong that can: three workers are killed and restarted, shards split
/// and roll, iterators expire, records come twice, shards are listed late, and requests for leases and dead letters fail.
/// </summary>
public abstract class StormTests : StreamTests
{
    private const int MaxWaits = 2000;

    private readonly Worker?[] workers = new Worker?[3];
    private readonly List<Worker> ended = [];

    /// <summary>The workers that run now.</summary>
    private protected IEnumerable<Worker> Workers => workers.OfType<Worker>();

    /// <summary>The consumer of a worker.</summary>
    /// <param name="client">The worker's network, which ends with it.</param>
    /// <param name="options">The worker's options.</param>
    private protected abstract StreamConsumer ConsumerOver(DynamoClient client, StreamConsumerOptions options);

    /// <summary>The network of a worker. A test that overrides it can add faults.</summary>
    private protected virtual IDynamoTransport NetworkOver(IDynamoTransport service) => service;

    /// <summary>Changes items in a storm, after which all workers run.</summary>
    /// <param name="seed">What decides the draws.</param>
    /// <param name="steps">How long the storm lasts.</param>
    /// <param name="changeAsync">Changes some items. The clock stands meanwhile.</param>
    private protected async Task StormAsync(int seed, int steps, Func<Random, Task> changeAsync)
    {
        var chance = new Random(seed);
        Shards.Chance = new Random(seed + 1000);
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = StreamTable.DefaultName, Rate = 0.05 }))
        {
            for (var step = 0; step < steps; step++)
            {
                await changeAsync(chance);
                await DisturbAsync(chance);
                await StepAsync(TimeSpan.FromMilliseconds(chance.Next(1500)));
            }
        }

        Shards.Chance = null;
        for (var place = 0; place < workers.Length; place++)
            Start(place);
    }

    /// <summary>Starts a worker, unless it runs. Some come back under their name, and some as new workers.</summary>
    private protected Worker Start(int place)
    {
        if (workers[place] is { } running)
            return running;
        var network = new KillSwitch(NetworkOver(Shards));
        var name = ended.Count % 2 == 0 ? $"worker-{place}" : $"worker-{place}-{ended.Count}";
        var worker = new Worker(network, ConsumerOver(ClientOver(network), Worker.OptionsOf(name)));
        Watch(worker.Consumer, () => worker.IsStopping);
        return workers[place] = worker;
    }

    /// <summary>Waits until nothing differs. A change that fails too often is parked, and a replay applies it.</summary>
    /// <param name="seed">The seed, for errors.</param>
    /// <param name="differenceAsync">What differs; null for nothing.</param>
    private protected async Task ReplayUntilEqualAsync(int seed, Func<Task<string?>> differenceAsync)
    {
        for (var wait = 0; await differenceAsync() is { } difference; wait++)
        {
            Assert.True(wait < MaxWaits, $"{difference} With seed {seed}.");
            await ReplayAsync();
            await StepAsync(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Replays the dead letters, after which none must be left.</summary>
    private protected async Task ReplayAllAsync()
    {
        await ReplayAsync();
        Assert.Null(await ParkedAsync());
    }

    /// <summary>Which change is parked; null for none.</summary>
    private protected async Task<string?> ParkedAsync()
    {
        await foreach (var letter in workers[0]!.Consumer.ReadDeadLettersAsync(Ct))
            return $"{letter.Item} is parked: {letter.Reason}.";
        return null;
    }

    /// <summary>Stops all workers, which must not have failed.</summary>
    private protected async Task StopAllAsync()
    {
        foreach (var worker in Workers)
            worker.Stop();
        var all = Workers.Concat(ended).Select(static worker => worker.Running).ToList();
        await UntilAsync(() => all.TrueForAll(static one => one.IsCompleted));
        await Task.WhenAll(all);
    }

    private Task ReplayAsync() => workers[0]!.Consumer.ReplayDeadLettersAsync(cancellationToken: Ct);

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
                ended.Add(victim);
                workers[place] = null;
                break;
            case 5 or 6 or 7: Start(place); break;
        }
    }
}
