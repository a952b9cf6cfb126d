using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>
/// The number of shards changes while programs read and write: each program is a client of its own, with the type that it knows.
/// </summary>
public sealed class ReshardTests : IAsyncLifetime
{
    private const string Table = "chats";

    private static readonly int Histories =
        int.Parse(Environment.GetEnvironmentVariable("DTK_SHARD_HISTORIES") ?? "40", CultureInfo.InvariantCulture);

    private readonly LocalDynamo engine = LocalDynamo.InMemory();
    private readonly List<DynamoClient> clients = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var client = new DynamoClient(engine);
        clients.Add(client);
        await client.EnsureTableAsync(TableDefinition.For(TableModel.Of<Chat>()), Ct);
    }

    public ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Keys_AreReadAtBothAddresses()
    {
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        for (var i = 0; i < 40; i++)
            await old.PutAsync(new Chat { Room = "r", Id = $"{i:00}", Priority = i }, Ct);
        var keys = Enumerable.Range(0, 40).Select(i => ChatGrowing.Key("r", $"{i:00}")).ToList();
        Assert.Contains(keys, key => key.Partition != Chat.Key("r", key.Sort.Text!).Partition);

        foreach (var key in keys)
            Assert.Equal(key.Sort.Text, (await table.GetAsync(key, cancellationToken: Ct))?.Id);
        Assert.Null(await table.GetAsync(ChatGrowing.Key("r", "none"), cancellationToken: Ct));
        Assert.Equal(40, (await table.BatchGetAsync(keys.Append(ChatGrowing.Key("r", "none")), Ct)).Items.Count);
        var gets = keys.Select(table.Get).ToList();
        var found = await table.Client.BatchGetAsync(gets, Ct);
        Assert.All(gets, get => Assert.NotNull(found.Find(get)));
        gets = [.. keys.Select(table.Get)];
        var snapshot = await table.Client.TransactGetAsync(gets, Ct);
        Assert.All(gets, get => Assert.NotNull(snapshot.Find(get)));
        Assert.Equal(40, await table.Query(ChatGrowing.Partition("r")).CountAsync(Ct));
    }

    [Fact]
    public async Task Writes_MoveTheItemFirst()
    {
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        var ids = Enumerable.Range(0, 60).Select(i => $"{i:00}")
            .Where(id => Chat.Key("r", id).Partition != ChatGrowing.Key("r", id).Partition).Take(7).ToList();
        foreach (var id in ids)
            await old.PutAsync(new Chat { Room = "r", Id = id, Priority = 1, Notes = ["a"] }, Ct);

        // An update changes the item that is there; it does not create another one.
        await table.Update(ChatGrowing.Key("r", ids[0])).Set(c => c.State, RunStatus.Failed).If(c => c.Priority == 1).ExecuteAsync(Ct);
        var updated = await table.GetAsync(ChatGrowing.Key("r", ids[0]), cancellationToken: Ct);
        Assert.Equal((1, RunStatus.Failed, "a"), (updated!.Priority, updated.State, updated.Notes[0]));

        // Conditions see it.
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => table.CreateAsync(new ChatGrowing { Room = "r", Id = ids[1] }, Ct));
        await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => table.Client.TransactWriteAsync([table.Put(new ChatGrowing { Room = "r", Id = ids[2] }).IfNotExists()], Ct));
        await table.PutAsync(new ChatGrowing { Room = "r", Id = ids[3], Priority = 9 }, Ct);
        await table.DeleteAsync(ChatGrowing.Key("r", ids[4]), Ct);
        (await table.Client.BatchWriteAsync(
            [table.Delete(ChatGrowing.Key("r", ids[5])), table.Put(new ChatGrowing { Room = "r", Id = ids[6], Priority = 8 })], Ct))
            .ThrowIfIncomplete();

        var all = await table.Query(ChatGrowing.Partition("r")).ToListAsync(Ct);
        Assert.Equal(
            [(ids[0], 1), (ids[1], 1), (ids[2], 1), (ids[3], 9), (ids[6], 8)], all.Select(chat => (chat.Id, chat.Priority)));
        Assert.Equal(5, (await table.Scan().ToListAsync(Ct)).Count);
    }

    [Fact]
    public async Task ItemUnderBothKeys_IsAnError()
    {
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        var id = Enumerable.Range(0, 60).Select(i => $"{i:00}")
            .First(id => Chat.Key("r", id).Partition != ChatGrowing.Key("r", id).Partition);
        await table.PutAsync(new ChatGrowing { Room = "r", Id = id }, Ct);
        await old.PutAsync(new Chat { Room = "r", Id = id }, Ct);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => table.ReshardAsync(cancellationToken: Ct));
        Assert.Contains("two items for one key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingToMove_IsAnError()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Program<Chat>().ReshardAsync(cancellationToken: Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Program<MoreHit>().ReshardAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task QueriesDuringAMove_FindEachItemOnce()
    {
        const int Count = 1200;
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        (await old.Client.BatchWriteAsync(
            Enumerable.Range(0, Count).Select(i => old.Put(new Chat { Room = "r", Id = $"{i:0000}", Priority = i })), Ct))
            .ThrowIfIncomplete();
        var moving = Task.Run(() => table.ReshardAsync(new SweepOptions { PageSize = 20 }, Ct), Ct);
        var reads = 0;
        while (!moving.IsCompleted || reads < 3)
        {
            reads++;
            var query = table.Query(ChatGrowing.Partition("r")).PageSize(30 + reads);
            var ids = (await (reads % 2 == 0 ? query.Descending() : query).ToListAsync(Ct)).Select(chat => chat.Id).ToList();
            if (reads % 2 == 0)
                ids.Reverse();
            Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i:0000}"), ids);
            Assert.Equal(Count, await table.Query(ChatGrowing.Partition("r")).CountAsync(Ct));
        }

        var progress = await moving;
        Assert.Equal(Count, (await Program<ChatGrown>().Query(ChatGrown.Partition("r")).ToListAsync(Ct)).Count);
        Assert.InRange(progress.Moved, Count / 2, Count);
    }

    [Fact]
    public async Task WritersDuringAMove_LoseNothing()
    {
        const int Count = 300;
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        (await old.Client.BatchWriteAsync(
            Enumerable.Range(0, Count).Select(i => old.Put(new Chat { Room = "r", Id = $"{i:000}" })), Ct)).ThrowIfIncomplete();
        var moving = Task.Run(() => table.ReshardAsync(new SweepOptions { PageSize = 10 }, Ct), Ct);
        await Parallel.ForAsync(0, 4 * Count, Ct, async (i, token) =>
        {
            // Each write moves its item first, in a race with the tool and with the other writers of the item.
            await table.Update(ChatGrowing.Key("r", $"{i % Count:000}")).Add(c => c.Priority, 1).ExecuteAsync(token);
        });
        await moving;

        var all = await Program<ChatGrown>().Query(ChatGrown.Partition("r")).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(0, Count).Select(i => ($"{i:000}", 4)), all.Select(chat => (chat.Id, chat.Priority)));
    }

    [Fact]
    public async Task Run_GoesOnWhereAnotherEnded_AndEachSegmentOnItsOwn()
    {
        const int Count = 100;
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        (await old.Client.BatchWriteAsync(
            Enumerable.Range(0, Count).Select(i => old.Put(new Chat { Room = "r", Id = $"{i:000}" })), Ct)).ThrowIfIncomplete();
        string? reached = null;
        var first = await Assert.ThrowsAsync<OperationCanceledException>(() => table.ReshardAsync(
            new SweepOptions
            {
                PageSize = 10,
                Segments = 2,
                OnPage = (progress, _) =>
                {
                    reached = progress.Next;
                    throw new OperationCanceledException("stopped");
                },
            },
            Ct));
        Assert.Equal("stopped", first.Message);
        Assert.NotNull(reached);

        await table.ReshardAsync(new SweepOptions { Segments = 2, From = reached }, Ct);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => table.ReshardAsync(new SweepOptions { Segment = 1 }, Ct));
        await table.ReshardAsync(new SweepOptions { Segments = 2, Segment = 1 }, Ct);
        Assert.Equal(Count, (await Program<ChatGrown>().Query(ChatGrown.Partition("r")).ToListAsync(Ct)).Count);
    }

    [Fact]
    public async Task Run_EndsWithItsCapacity_AndCountsWhatItUses()
    {
        const int Count = 40;
        var (old, table) = (Program<Chat>(), Program<ChatGrowing>());
        (await old.Client.BatchWriteAsync(
            Enumerable.Range(0, Count).Select(i => old.Put(new Chat { Room = "r", Id = $"{i:000}" })), Ct)).ThrowIfIncomplete();
        var (calls, moved, reindexed, units) = (0, 0L, 0L, 0d);
        string? next = null;
        do
        {
            var result = await table.ReshardAsync(new SweepOptions { From = next, PageSize = 5, MaxCapacityUnits = 20 }, Ct);
            (next, calls) = (result.Next, calls + 1);
            (moved, reindexed, units) = (moved + result.Moved, reindexed + result.Reindexed, units + result.CapacityUnits);
        }
        while (next is not null);

        // Moved items are read again. A page reads at least one unit; an item that moves takes one to read and at least four to write.
        Assert.InRange(calls, 2, Count);
        Assert.InRange(moved, 1, Count);
        Assert.InRange(units, (Count / 5) + (5 * moved) + reindexed, 30 * Count);
    }

    [Fact]
    public async Task RandomHistories_WithReshards_ReadBackEqual()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var model = new Dictionary<string, (int Priority, RunStatus State)>();
            await new ReshardHistory<Chat>(Program<Chat>(), random).RunAsync("r", model);
            await ChangeAsync<ChatGrowing>(model, random);
            await new ReshardHistory<ChatGrown>(Program<ChatGrown>(), random).RunAsync("r", model);
            await ChangeAsync<ChatShrinking>(model, random);
            await new ReshardHistory<Chat>(Program<Chat>(), random).RunAsync("r", model);
            foreach (var id in model.Keys)
                await Program<Chat>().DeleteAsync(Chat.Key("r", id), Ct);
        }
    }

    /// <summary>Runs a program that knows both numbers, and moves the items, which is interrupted and begins again.</summary>
    private async Task ChangeAsync<T>(Dictionary<string, (int Priority, RunStatus State)> model, Random random)
        where T : class, IChat<T>, IItem<T>
    {
        var history = new ReshardHistory<T>(Program<T>(), random);
        await history.RunAsync("r", model);
        for (var i = random.Next(3); i > 0; i--)
        {
            await history.ReshardAsync(random.Next(1, 4));
            await history.RunAsync("r", model);
        }

        Assert.Null(await history.ReshardAsync(int.MaxValue));
    }

    private DynamoTable<T> Program<T>()
        where T : IItem<T>
    {
        var client = new DynamoClient(engine);
        clients.Add(client);
        return client.Table<T>(Table);
    }
}
