using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.Search.Upkeep;

/// <summary>
/// Random writes, while workers deliver their changes twice, late and out of order, several workers have one item, responses are lost, and
/// a repair runs: in the end, searches find what a look at all items finds. 10 seeds; 200 with <c>DTK_FULL_SEARCH=1</c>.
/// </summary>
public sealed class UpkeepRaceTests
{
    private const int Writers = 3;
    private const int Writes = 40;
    private const int Items = 4;

    private static readonly string[] Titles = ["On Graphs", "On Trees", "", "on trees and graphs", "Ⅷ"];

    private static readonly int Seeds = Environment.GetEnvironmentVariable("DTK_FULL_SEARCH") == "1" ? 200 : 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnyHistory_EndsWithEveryItemFound()
    {
        for (var seed = 0; seed < Seeds; seed++)
            await RunAsync(seed);
    }

    private static async Task RunAsync(int seed)
    {
        using var engine = LocalDynamo.InMemory();
        using var sound = new DynamoClient(new Undisposed(engine));
        await sound.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()), Ct);
        await sound.EnsureTableAsync(StreamTable.Define(), Ct);
        await StreamConsumer.For<Paper>(sound).AddTrigramMaterializer<Paper>().BeginAsync(Ct);
        await RepairOnceAsync(sound);

        // Responses of the workers are lost, so that they write again what was written.
        var chance = new Random(seed);
        using var delayed = new DelayingTransport(new Undisposed(engine), seed);
        using var losing = new LostAnswers(
            delayed,
            operation => operation is DynamoOperation.PutItem or DynamoOperation.DeleteItem or DynamoOperation.BatchWriteItem
                && Draw(chance));
        using var db = new DynamoClient(losing, new DynamoClientOptions { Jitter = static () => 0 });
        var stream = new RecordedStream();
        var handlers = Enumerable.Range(0, Writers).Select(_ => db.Table<Paper>().TrigramMaterializer()).ToList();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(i => Task.Run(() => WriteAsync(sound, stream, handlers[i], new Random((seed * 100) + i)), Ct))
            .ToList());
        var workers = new UnreliableWorkers(stream, writing, seed, Ct);
        var repair = Task.Run(
            async () =>
            {
                while (!writing.IsCompleted)
                    await RepairAsync(db);
            },
            Ct);
        await Task.WhenAll(writing, workers.RunAsync(), repair);
        await CheckAsync(sound, seed);

        // One more late worker, after everything.
        await workers.BeLateAsync();
        await CheckAsync(sound, seed);

        // Nothing was missing, and afterwards nothing is too much.
        var repaired = await sound.Table<Paper>().RepairTrigramsAsync(minAge: TimeSpan.FromDays(-1), cancellationToken: Ct);
        Assert.True((repaired.Indexed, repaired.Added) == (0, 0), $"{repaired} with seed {seed}.");
        await CheckAsync(sound, seed);
        Assert.Equal(0, (await sound.Table<Paper>().RepairTrigramsAsync(minAge: TimeSpan.FromDays(-1), cancellationToken: Ct)).Removed);
    }

    private static bool Draw(Random chance)
    {
        lock (chance)
            return chance.Next(4) == 0;
    }

    private static async Task WriteAsync(DynamoClient db, RecordedStream stream, IChangeHandler<Paper> handler, Random random)
    {
        var papers = db.Table<Paper>();
        for (var i = 0; i < Writes; i++)
        {
            var paper = new Paper
            {
                Id = $"{random.Next(Items)}",
                Journal = random.Next(6) == 0 ? null : "a",
                Title = Titles[random.Next(Titles.Length)],
                Remark = random.Next(3) == 0 ? null : Titles[random.Next(Titles.Length)],
                Citations = i,
                Expires = random.Next(8) == 0 ? DateTimeOffset.UtcNow.AddDays(random.Next(1, 3)) : null,
            };
            await stream.WriteAsync(papers, Paper.Key(paper.Id), random.Next(4) == 0 ? null : paper, [handler], Ct);
            await Task.Yield();
        }
    }

    private static async Task RepairAsync(DynamoClient db)
    {
        try
        {
            await RepairOnceAsync(db);
        }
        catch (InvalidOperationException error) when (error.Message.Contains("others wrote", StringComparison.Ordinal))
        {
            // Too many workers have the few items of this test. The next repair begins anew.
        }
    }

    private static async Task RepairOnceAsync(DynamoClient db) =>
        Assert.Null((await db.Table<Paper>().RepairTrigramsAsync(cancellationToken: Ct)).Next);

    private static async Task CheckAsync(DynamoClient db, int seed)
    {
        var papers = db.Table<Paper>();
        var all = await papers.Scan().ConsistentRead().ToListAsync(Ct);
        await CheckIndexAsync(Paper.Trigrams.Title("a"), static paper => paper.Journal == "a" ? paper.Title : null);
        await CheckIndexAsync(Paper.Trigrams.Remark(), static paper => paper.Remark);

        async Task CheckIndexAsync(TrigramScope<Paper> scope, Func<Paper, string?> textOf)
        {
            foreach (var part in new[] { "", "O", "On", "On Tree", "raph", "graphs", "Ⅷ" })
            {
                var expected = all.Where(paper => textOf(paper)?.Contains(part, StringComparison.Ordinal) == true)
                    .Select(static paper => paper.Id).Order(StringComparer.Ordinal);
                var found = (await papers.Search(scope).Containing(part).ConsistentRead().ToListAsync(Ct))
                    .Select(static paper => paper.Id).Order(StringComparer.Ordinal);
                Assert.True(expected.SequenceEqual(found), $"The search for '{part}' in {scope} differs, with seed {seed}.");
            }
        }
    }
}
