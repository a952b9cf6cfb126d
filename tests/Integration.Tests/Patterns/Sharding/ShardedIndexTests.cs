using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns.Sharding;

/// <summary>Types whose index's key is sharded.</summary>
public sealed class ShardedIndexTests : ShardTests
{
    [Fact]
    public async Task Index_SpreadsItsEntries_AndMergesThem()
    {
        var messages = Enumerable.Range(0, 90)
            .Select(i => new Message { Room = "r", Id = $"m{i:000}", Priority = i / 7, State = RunStatus.Running }).ToList();
        await Db.TransactWriteAsync(messages.Select(Messages.Put), Ct);
        var found = await Messages.Query(Message.Index.ByState(RunStatus.Running)).ToListAsync(Ct);
        Assert.Equal(messages.Select(m => m.Priority), found.Select(m => m.Priority));
        Assert.Equal(messages.Select(m => m.Id), found.Select(m => m.Id).Order());
        Assert.Equal(
            found.Select(m => m.Id).Reverse(),
            (await Messages.Query(Message.Index.ByState(RunStatus.Running)).Descending().ToListAsync(Ct)).Select(m => m.Id));
        Assert.Equal(
            [3, 3, 3, 3, 3, 3, 3, 4],
            (await Messages.Query(Message.Index.ByState(RunStatus.Running), Message.Index.ByStateSortKey.AtLeast(3))
                .Limit(8).ToListAsync(Ct))
                .Select(m => m.Priority));
    }

    /// <summary>Shards that run dry at about the same time are read together, and no page is read twice or left out.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public async Task PagesOfShards_AreMerged_WhateverTheirSize(int pageSize)
    {
        var random = new Random(pageSize);
        var messages = Enumerable.Range(0, 90)
            .Select(i => new Message { Room = "r", Id = $"m{i:000}", Priority = random.Next(30), State = RunStatus.Running }).ToList();
        await Db.TransactWriteAsync(messages.Select(Messages.Put), Ct);
        var requests = 0;
        var found = await Messages.Query(Message.Index.ByState(RunStatus.Running)).PageSize(pageSize)
            .ReturnConsumedCapacity(_ => requests++).ToListAsync(Ct);
        Assert.Equal(messages.Select(m => m.Priority).Order(), found.Select(m => m.Priority));
        Assert.Equal(messages.Select(m => m.Id), found.Select(m => m.Id).Order());
        Assert.Equal(
            found.Select(m => m.Id).Reverse(),
            (await Messages.Query(Message.Index.ByState(RunStatus.Running)).PageSize(pageSize).Descending().ToListAsync(Ct))
                .Select(m => m.Id));

        // Of each shard all full pages, and one that is not.
        Assert.InRange(requests, 90 / pageSize, (90 / pageSize) + 8);
    }

    [Fact]
    public async Task Updates_KeepTheShardRight()
    {
        await Messages.PutAsync(new Message { Room = "r", Id = "1", Author = "me", Priority = 1, State = RunStatus.Running }, Ct);
        await Messages.Update(Message.Key("r", "1")).Set(m => m.State, RunStatus.Failed).ExecuteAsync(Ct);
        await Messages.Update(Message.Key("r", "2")).Set(m => m.State, RunStatus.Failed).Set(m => m.Priority, 2)
            .Set(m => m.Author, "me").ExecuteAsync(Ct);
        Assert.Empty(await Messages.Query(Message.Index.ByState(RunStatus.Running)).ToListAsync(Ct));
        Assert.Equal(["1", "2"], (await Messages.Query(Message.Index.ByState(RunStatus.Failed)).ToListAsync(Ct)).Select(m => m.Id));

        // A key of an index whose shard depends on another member needs both.
        Assert.Equal(["1", "2"], (await Messages.Query(Message.Index.ByAuthor("me")).ToListAsync(Ct)).Select(m => m.Id).Order());
        Assert.Throws<InvalidOperationException>(() => Messages.Update(Message.Key("r", "1")).Set(m => m.Priority, 8).Preview());
        await Messages.Update(Message.Key("r", "1")).Set(m => m.Priority, 8).Set(m => m.Author, "you").ExecuteAsync(Ct);
        Assert.Equal(["1"], (await Messages.Query(Message.Index.ByAuthor("you")).ToListAsync(Ct)).Select(m => m.Id));

        // What puts write is what updates write.
        foreach (var message in await Messages.Scan().ToListAsync(Ct))
            await Messages.PutAsync(message, Ct);
        Assert.Equal(["1", "2"], (await Messages.Query(Message.Index.ByState(RunStatus.Failed)).ToListAsync(Ct)).Select(m => m.Id).Order());
        Assert.Equal(["2"], (await Messages.Query(Message.Index.ByAuthor("me")).ToListAsync(Ct)).Select(m => m.Id));
    }

    [Fact]
    public async Task IndexWithoutASortKey_HasPages()
    {
        var messages = Enumerable.Range(0, 50)
            .Select(i => new Message { Room = "r", Id = $"m{i:000}", Author = "me", Priority = i }).ToList();
        await Db.TransactWriteAsync(messages.Select(Messages.Put), Ct);
        List<string> found = [];
        await foreach (var page in Messages.Query(Message.Index.ByAuthor("me")).Limit(7).PagesAsync(cancellationToken: Ct))
            found.AddRange(page.Items.Select(m => m.Id));
        Assert.Equal(messages.Select(m => m.Id), found.Order());
    }
}
