using System.Collections.Concurrent;
using DynamoToolkit.Integration.Tests.Faults;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Versioning;

/// <summary>
/// Many writers save versions of a few items at the same time, also while requests fail and responses are lost. Set
/// <c>DTK_FULL_SIZE=1</c> for 1,000 saves by each writer.
/// </summary>
public sealed class VersionRaceTests
{
    private const int Writers = 64;
    private const int Items = 50;

    private static readonly bool IsFullSize = Environment.GetEnvironmentVariable("DTK_FULL_SIZE") == "1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saves_LeaveNoGaps_AndTheCopyIsTheHighest()
    {
        using var engine = LocalDynamo.InMemory();
        using var db = new DynamoClient(engine);
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()), Ct);
        var acknowledged = new ConcurrentDictionary<(string Name, int Version), string>();
        await RunAsync([db], IsFullSize ? 1000 : 25, acknowledged);
        await CheckAsync(db, acknowledged, mayHaveMore: false);
    }

    [Fact]
    public async Task Saves_UnderFaultsByTwoClients_LeaveNoGaps()
    {
        using var engine = LocalDynamo.InMemory();
        using var calm = new DynamoClient(engine);
        await calm.EnsureTableAsync(TableDefinition.For(TableModel.Of<Formula>()), Ct);
        await using var server = await LocalDynamoServer.StartAsync(engine, cancellationToken: Ct);
        var faults = new Random(7);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, () => Next(faults));
        using var first = Stormy(proxy);
        using var second = Stormy(proxy);
        var acknowledged = new ConcurrentDictionary<(string Name, int Version), string>();
        await RunAsync([first, second], IsFullSize ? 1000 : 8, acknowledged);

        // A lost response is not a conflict: the service recognizes the transaction by its token.
        await CheckAsync(calm, acknowledged, mayHaveMore: false);
        Assert.All([Fault.Throttle, Fault.ErrorBefore, Fault.ErrorAfter, Fault.ResetAfter], fault => Assert.True(proxy.Met[fault] > 0));
    }

    private static Fault Next(Random random)
    {
        int number;
        lock (random)
            number = random.Next(100);
        return number switch
        {
            < 20 => Fault.Throttle,
            < 25 => Fault.ErrorBefore,
            < 32 => Fault.ErrorAfter,
            < 36 => Fault.ResetAfter,
            _ => Fault.None,
        };
    }

    private static DynamoClient Stormy(FaultyProxy proxy)
    {
        var options = new DynamoClientOptions { ServiceEndpoint = proxy.Endpoint, Jitter = () => 0.1 };
        options.Http.MaxAttempts = 30;
        options.Http.RetryTokens = null;
        options.Http.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Http.MaxDelay = TimeSpan.FromMilliseconds(10);
        return new DynamoClient(options);
    }

    /// <summary>Each writer adds 1 to a random item, as often as it is told, and notes which versions it wrote.</summary>
    private static Task RunAsync(
        DynamoClient[] clients, int savesOfEach, ConcurrentDictionary<(string Name, int Version), string> acknowledged) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            async () =>
            {
                var random = new Random(writer);
                var formulas = clients[writer % clients.Length].Table<Formula>();
                for (var save = 0; save < savesOfEach; save++)
                {
                    var saved = await SaveAsync(formulas, $"f{random.Next(Items)}", $"{writer}/{save}");
                    Assert.True(acknowledged.TryAdd((saved.Name, saved.Version), saved.Text), $"{saved.Name} {saved.Version} twice");
                }
            },
            Ct)));

    private static async Task<Formula> SaveAsync(DynamoTable<Formula> formulas, string name, string text)
    {
        while (true)
        {
            try
            {
                var latest = await formulas.GetLatestAsync(Formula.History(name), consistentRead: true, Ct);
                return latest is null
                    ? await formulas.SaveVersionAsync(new Formula { Name = name, Text = text, Count = 1 }, by: text, Ct)
                    : await formulas.UpdateVersionAsync(
                        Formula.History(name), f => f with { Text = text, Count = f.Count + 1 }, by: text, maxAttempts: 100, Ct);
            }
            catch (VersionConflictException conflict) when (conflict.ExpectedVersion == 0)
            {
                Assert.True(conflict.ActualVersion > 0);
            }
        }
    }

    private static async Task CheckAsync(
        DynamoClient db, ConcurrentDictionary<(string Name, int Version), string> acknowledged, bool mayHaveMore)
    {
        var formulas = db.Table<Formula>();
        var byName = (await formulas.Scan().ToListAsync(Ct)).GroupBy(static f => f.Name).ToList();
        var latest = (await formulas.Scan().Latest().ToListAsync(Ct)).ToDictionary(static f => f.Name);
        Assert.Equal(byName.Count, latest.Count);
        foreach (var history in byName)
        {
            var versions = history.OrderBy(static f => f.Version).ToList();
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(static f => f.Version));
            Assert.Equal(Enumerable.Range(1, versions.Count), versions.Select(static f => f.Count));
            var copy = latest[history.Key];
            Assert.Equal(versions[^1] with { CreatedAt = copy.CreatedAt, CreatedBy = copy.CreatedBy }, copy);
            Assert.Equal((versions[0].UpdatedAt, versions[0].UpdatedBy), (copy.CreatedAt, copy.CreatedBy));
        }

        var stored = byName.SelectMany(static history => history).ToDictionary(static f => (f.Name, f.Version), static f => f.Text);
        Assert.All(acknowledged, pair => Assert.Equal(pair.Value, stored[pair.Key]));
        if (!mayHaveMore)
            Assert.Equal(acknowledged.Count, stored.Count);
    }
}
