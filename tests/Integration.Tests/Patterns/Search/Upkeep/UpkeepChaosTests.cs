using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Streams;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>
/// The whole way, through a stream: random writes of every kind while three workers are killed and restarted, shards split and roll,
/// iterators expire, records come twice and requests fail. When the stream is drained, searches find what a look at all items finds.
/// 5 seeds; 200 with <c>DTK_FULL_SEARCH=1</c>.
/// </summary>
public sealed class UpkeepChaosTests : StreamTests
{
    private const int Steps = 60;
    private const int Items = 12;
    private const int MaxWaits = 2000;

    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_SEARCH") == "1" ? 200 : 5;

    private readonly Worker?[] workers = new Worker?[3];
    private readonly List<Worker> dying = [];

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    private DynamoTable<Paper> Papers => Db.Table<Paper>();

    public override async ValueTask InitializeAsync()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()).WithStream(), Ct);
        await Db.EnsureTableAsync(StreamTable.Define(), Ct);
    }

    [Theory]
    [MemberData(nameof(AllSeeds))]
    public async Task Searches_FindEveryItem_WhenTheStreamIsDrained(int seed)
    {
        var chance = new Random(seed);
        workers[0] = Start(0);
        await UntilAsync(() => workers[0]!.Consumer.Status.Shards > 0);
        await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        Shards.Chance = new Random(seed + 1000);
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = StreamTable.DefaultName, Rate = 0.05 }))
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = "papers", Rate = 0.02 }))
        {
            for (var step = 0; step < Steps; step++)
            {
                await ChangeAsync(chance);
                await DisturbAsync(chance);
                await StepAsync(TimeSpan.FromMilliseconds(chance.Next(1500)));
            }
        }

        // The storm is over. A change that failed too often is parked, and a replay applies it.
        Shards.Chance = null;
        for (var place = 0; place < workers.Length; place++)
            workers[place] ??= Start(place);
        string? difference;
        for (var wait = 0; (difference = await DifferenceAsync(seed)) is not null; wait++)
        {
            Assert.True(wait < MaxWaits, $"{difference} With seed {seed}.");
            await workers[0]!.Consumer.ReplayDeadLettersAsync(cancellationToken: Ct);
            await StepAsync(TimeSpan.FromMilliseconds(100));
        }

        foreach (var worker in workers)
            worker!.Stop();
        await UntilAsync(() => workers.Concat(dying).All(static worker => worker!.Running.IsCompleted));
        await Task.WhenAll(workers.Concat(dying).Select(static worker => worker!.Running));

        // Nothing was missing. What workers that died have left is too much, and goes.
        var repaired = await Papers.RepairTrigramsAsync(minAge: TimeSpan.FromDays(-1), cancellationToken: Ct);
        Assert.True((repaired.Indexed, repaired.Added) == (0, 0), $"{repaired} with seed {seed}.");
        Assert.Null(await DifferenceAsync(seed));
    }

    /// <summary>Why the stream is not drained, or what a search does not find; null for nothing.</summary>
    private async Task<string?> DifferenceAsync(int seed)
    {
        await foreach (var letter in workers[0]!.Consumer.ReadDeadLettersAsync(Ct))
            return $"{letter.Item} is parked: {letter.Reason}.";
        if (workers.Sum(static worker => worker!.Consumer.Status.Shards) < Shards.OpenShards
            && workers.Any(static worker => !worker!.Running.IsCompleted))
        {
            return "Some shards have no worker.";
        }

        var all = await Papers.Scan().ConsistentRead().ToListAsync(Ct);
        var chance = new Random(seed);
        foreach (var part in all.SelectMany(paper => new[] { Names.Part(chance, paper.Title), paper.Title }).Append("").Distinct())
        {
            var expected = all.Where(paper => paper.Journal == "a" && paper.Title.Contains(part, StringComparison.Ordinal))
                .Select(static paper => paper.Id);
            var found = await Papers.Search(Paper.Trigrams.Title("a")).Containing(part).ConsistentRead().ToListAsync(Ct);
            if (!expected.Order(StringComparer.Ordinal).SequenceEqual(found.Select(static paper => paper.Id).Order(StringComparer.Ordinal)))
                return $"The search for '{part}' differs.";
        }

        return null;
    }

    private async Task ChangeAsync(Random chance)
    {
        for (var i = chance.Next(6); i > 0; i--)
        {
            var paper = new Paper
            {
                Id = $"{chance.Next(Items)}",
                Journal = chance.Next(5) == 0 ? "b" : "a",
                Title = Names.Draw(chance),
                Remark = chance.Next(2) == 0 ? null : Names.Draw(chance),
            };
            await WriteAsync(paper, chance.Next(6));
        }
    }

    /// <summary>Writes again until the fault that is injected does not hit.</summary>
    private async Task WriteAsync(Paper paper, int kind)
    {
        while (true)
        {
            try
            {
                await (kind switch
                {
                    0 => Papers.DeleteAsync(Paper.Key(paper.Id), Ct),
                    1 => Db.BatchWriteAsync([Papers.Put(paper)], Ct),
                    2 => Papers.Update(Paper.Key(paper.Id)).Set(one => one.Title, paper.Title)
                        .Set(one => one.Journal, paper.Journal).Set(one => one.Citations, 1).ExecuteAsync(Ct),
                    _ => Papers.PutAsync(paper, Ct),
                });
                return;
            }
            catch (Exception error) when (error is Amazon.DynamoDBv2.Model.InternalServerErrorException or BatchWriteException)
            {
                // By chance.
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
        return new Worker(
            network, StreamConsumer.For<Paper>(ClientOver(network), Worker.OptionsOf(name)).AddTrigramMaterializer<Paper>());
    }
}
