using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>Types whose table's key is sharded: writes, gets, and what a query of the whole key returns.</summary>
public sealed class ShardedTableTests : ShardTests
{
    [Fact]
    public async Task Put_ChoosesTheShardOnce_AndTheItemKnowsIt()
    {
        var hit = new Hit { Site = "a#b", At = 1, Score = 5 };
        await Hits.PutAsync(hit, Ct);
        Assert.InRange(hit.Shard!.Value, 0, 3);
        Assert.Equal($"SITE#a%23b#00{hit.Shard}", Hit.Key("a#b", hit.Shard.Value, 1).Partition.Text);

        var stored = await Hits.GetAsync(Hit.Key("a#b", hit.Shard.Value, 1), cancellationToken: Ct);
        Assert.Equal(hit, stored);

        // Another put, an update and a delete of the item reach the same one.
        stored!.Score = 6;
        await Hits.PutAsync(stored, Ct);
        await Hits.Update(stored).Set(h => h.Path, "/x").ExecuteAsync(Ct);
        Assert.Equal([stored with { Path = "/x" }], await Hits.Query(Hit.Partition("a#b")).ToListAsync(Ct));
        await Hits.DeleteAsync(stored, Ct);
        Assert.Empty(await Hits.Query(Hit.Partition("a#b")).ToListAsync(Ct));
    }

    [Fact]
    public async Task Put_UsesAllShards_AlsoInBatchesAndTransactions()
    {
        var hits = Enumerable.Range(0, 200).Select(i => new Hit { Site = "a", At = i }).ToList();
        (await Db.BatchWriteAsync(hits.Take(150).Select(Hits.Put), Ct)).ThrowIfIncomplete();
        await Db.TransactWriteAsync(hits.Skip(150).Select(Hits.Put), Ct);
        Assert.Equal([0, 1, 2, 3], hits.Select(hit => hit.Shard!.Value).Distinct().Order());
        Assert.Equal(hits, await Hits.Query(Hit.Partition("a")).ToListAsync(Ct));
        Assert.Equal(hits.OrderBy(hit => hit.At), (await Hits.Scan().ToListAsync(Ct)).OrderBy(hit => hit.At));
    }

    [Fact]
    public async Task SecondAttempt_AfterAFailure_WritesToTheSameShard()
    {
        var hit = new Hit { Site = "a", At = 1 };
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Hits.Put(hit).If(h => h.Score == 1).ExecuteAsync(Ct));
        var shard = hit.Shard;
        Assert.NotNull(shard);
        await Hits.CreateAsync(hit, Ct);
        Assert.Equal(shard, hit.Shard);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Hits.CreateAsync(hit, Ct));
    }

    [Fact]
    public async Task ItemWithoutAShard_HasNoKey()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Hits.DeleteAsync(new Hit { Site = "a", At = 1 }, Ct));
        Assert.Contains("write shard", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Hit.Key("a", 256, 1));
    }

    [Fact]
    public async Task ItemThatAnUpdateCreated_KnowsItsShard()
    {
        await Hits.Update(Hit.Key("a", 2, 7)).Set(h => h.Score, 1).ExecuteAsync(Ct);
        Assert.Equal(2, (await Hits.GetAsync(Hit.Key("a", 2, 7), cancellationToken: Ct))!.Shard);
    }

    [Fact]
    public async Task By_GetsDeletesAndChecksNeedNoShard()
    {
        var messages = Enumerable.Range(0, 60).Select(i => new Message { Room = "r", Id = $"m{i:000}", Priority = i % 3 }).ToList();
        await Db.TransactWriteAsync(messages.Select(Messages.Put), Ct);
        Assert.Equal(4, messages.Select(message => Message.Key("r", message.Id).Partition).Distinct().Count());
        Assert.Equal(7 % 3, (await Messages.GetAsync(Message.Key("r", "m007"), cancellationToken: Ct))!.Priority);
        Assert.Equal(60, (await Messages.BatchGetAsync(messages.Select(m => Message.Key("r", m.Id)), Ct)).Items.Count);
        await Messages.Update(Message.Key("r", "m007")).Set(m => m.State, RunStatus.Failed).ExecuteAsync(Ct);
        await Messages.DeleteAsync(Message.Key("r", "m008"), Ct);
        var left = await Messages.Query(Message.Partition("r")).ToListAsync(Ct);
        Assert.Equal(messages.Select(m => m.Id).Where(id => id != "m008"), left.Select(m => m.Id));
        Assert.Equal(RunStatus.Failed, left[7].State);
    }

    [Fact]
    public void By_IsAFixedHash()
    {
        // Stored keys depend on it: these must never change.
        string[] ids = ["a", "m007", "straße", "a#b%c", "\ud83d\ude00"];
        Assert.Equal(
            [.. ids.Select(id => Reference(id) % 4)],
            ids.Select(id => ulong.Parse(Message.Key("r", id).Partition.Text![^3..], System.Globalization.CultureInfo.InvariantCulture)));

        static ulong Reference(string id)
        {
            var hash = 0xcbf29ce484222325UL;
            foreach (var one in System.Text.Encoding.UTF8.GetBytes(id.Replace("%", "%25").Replace("#", "%23")))
                hash = unchecked((hash ^ one) * 0x100000001b3UL);
            hash ^= hash >> 33;
            hash = unchecked(hash * 0xff51afd7ed558ccdUL);
            hash ^= hash >> 33;
            hash = unchecked(hash * 0xc4ceb9fe1a85ec53UL);
            return hash ^ (hash >> 33);
        }
    }

    [Fact]
    public async Task Query_FiltersLimitsCountsAndProjects_AsOnePartition()
    {
        for (var i = 0; i < 40; i++)
            await Hits.PutAsync(new Hit { Site = "a", At = i, Score = i % 5 }, Ct);
        await Hits.PutAsync(new Hit { Site = "b", At = 1 }, Ct);
        Query<Hit> Query() => Hits.Query(Hit.Partition("a"), Hit.SortKey.AtLeast(10));

        Assert.Equal(30, await Query().CountAsync(Ct));
        Assert.Equal(7, await Query().Limit(7).CountAsync(Ct));
        Assert.Equal(10, (await Query().FirstOrDefaultAsync(Ct))!.At);
        Assert.Equal(39, (await Query().Descending().FirstOrDefaultAsync(Ct))!.At);
        Assert.Equal([12, 17, 22], (await Query().Where(h => h.Score == 2).Limit(3).ToListAsync(Ct)).Select(hit => hit.At));
        Assert.Equal(6, await Query().Where(h => h.Score == 2).CountAsync(Ct));
        Assert.True(await Query().AnyAsync(Ct));
        Assert.False(await Query().Where(h => h.Score == 9).AnyAsync(Ct));
        Assert.Equal([10, 11], (await Query().Limit(2).As<HitScore>().ToListAsync(Ct)).Select(hit => hit.At));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Query().SingleOrDefaultAsync(Ct));

        double units = 0;
        await Query().ReturnConsumedCapacity(used => units += used.CapacityUnits).ToListAsync(Ct);
        Assert.Equal(2, units);
        var page = await Query().Limit(5).ReturnConsumedCapacity().GetPageAsync(cancellationToken: Ct);
        Assert.Equal(2, page.ConsumedCapacity!.CapacityUnits);
        Assert.InRange(page.ScannedCount, 5, 16);
    }

    [Fact]
    public async Task Token_IsBoundToTheShards_AndDoesNotGrow()
    {
        for (var i = 0; i < 40; i++)
            await Hits.PutAsync(new Hit { Site = "a", At = i }, Ct);
        var page = await Hits.Query(Hit.Partition("a")).Limit(10).GetPageAsync(cancellationToken: Ct);
        Assert.InRange(page.Next!.ToString().Length, 1, 120);
        await Assert.ThrowsAsync<PageTokenException>(
            () => Hits.Query(Hit.Partition("b")).Limit(10).GetPageAsync(page.Next, Ct));
        using var other = new DynamoClient(Engine);
        var elsewhere = other.Table<MoreHit>(Hits.Name);
        await Assert.ThrowsAsync<PageTokenException>(
            () => elsewhere.Query(MoreHit.Partition("a")).Limit(10).GetPageAsync(page.Next, Ct));
    }
}
