using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Streams;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>
/// The whole way, through a stream: random writes of every kind while three workers are killed and restarted, shards split and roll,
/// iterators expire, records come twice, requests fail, and responses are lost: after some, the handler hears of an error, and after
/// others, the transport sends the request again. When the stream is drained, searches find what a look at all items finds.
/// 5 seeds; 200 with <c>DTK_FULL_SEARCH=1</c>.
/// </summary>
public sealed class UpkeepChaosTests : StormTests
{
    private const int Steps = 60;
    private const int Items = 12;

    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_SEARCH") == "1" ? 200 : 5;

    public static TheoryData<int> AllSeeds => [.. Enumerable.Range(1, Seeds)];

    // Draws the responses that are lost, and after which the transport tries again.
    private volatile Random? lost;

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
        var first = Start(0).Consumer;
        await UntilAsync(() => first.Status.Shards > 0);
        await Papers.RepairTrigramsAsync(cancellationToken: Ct);
        lost = new Random(seed + 2000);
        using (Engine.Faults.Inject(new LocalFault(FaultKind.InternalError) { TableName = "papers", Rate = 0.02 }))
        using (Engine.Faults.Inject(new LocalFault(FaultKind.LostAnswer) { TableName = "papers", Rate = 0.03 }))
            await StormAsync(seed, Steps, ChangeAsync);
        lost = null;
        await ReplayUntilEqualAsync(seed, () => DifferenceAsync(seed));
        await StopAllAsync();

        // Nothing was missing. What workers that died have left is too much, and goes.
        var repaired = await Papers.RepairTrigramsAsync(minAge: TimeSpan.FromDays(-1), cancellationToken: Ct);
        Assert.True((repaired.Indexed, repaired.Added) == (0, 0), $"{repaired} with seed {seed}.");
        Assert.Null(await DifferenceAsync(seed));
    }

    /// <summary>Why the stream is not drained, or what a search does not find; null for nothing.</summary>
    private async Task<string?> DifferenceAsync(int seed)
    {
        if (await ParkedAsync() is { } parked)
            return parked;
        if (Workers.Sum(static worker => worker.Consumer.Status.Shards) < Shards.OpenShards
            && Workers.Any(static worker => !worker.Running.IsCompleted))
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
            catch (Exception error) when (error is Amazon.DynamoDBv2.Model.InternalServerErrorException or BatchWriteException
                or TransportException)
            {
                // By chance.
            }
        }
    }

    private protected override IDynamoTransport NetworkOver(IDynamoTransport service) => new LostAnswers(
        service,
        operation => operation is DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem
                or DynamoOperation.BatchWriteItem
            && IsLost());

    private bool IsLost()
    {
        if (lost is not { } chance)
            return false;
        lock (chance)
            return chance.Next(20) == 0;
    }

    private protected override StreamConsumer ConsumerOver(DynamoClient client, StreamConsumerOptions options) =>
        StreamConsumer.For<Paper>(client, options).AddTrigramMaterializer<Paper>();
}
