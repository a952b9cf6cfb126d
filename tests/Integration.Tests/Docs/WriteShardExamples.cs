using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns.Sharding;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/write-shards.md</c> run; a test compares them with the page.</summary>
public sealed class WriteShardExamples : ShardTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public void Number_OfShards()
    {
        // example: number
        var shards = WriteShards.For(new WriteShardLoad
        {
            WritesPerSecond = 2500,                 // of the busiest key, at its peak
            ItemBytes = 900,
            ReadsPerSecond = 4000,
        });                                         // 1.5 × 2,500 ÷ 1,000 = 3.75, so 4
        // end
        Assert.Equal(4, shards);
    }

    [Fact]
    public async Task Writes_KnowTheShard()
    {
        var (hits, messages) = (Hits, Messages);

        // example: random
        var hit = new Hit { Site = "docs", At = 1 };
        await hits.PutAsync(hit, ct);                                                   // hit.Shard is 0, 1, 2 or 3 now
        await hits.Update(hit).Set(h => h.Score, 5).ExecuteAsync(ct);
        var same = await hits.GetAsync(Hit.Key("docs", hit.Shard!.Value, 1), cancellationToken: ct);
        await hits.DeleteAsync(hit, ct);
        // end
        Assert.Equal(5, same!.Score);

        // example: by
        await messages.PutAsync(new Message { Room = "42", Id = "m1", Priority = 3 }, ct);
        await messages.Update(Message.Key("42", "m1")).Set(m => m.State, RunStatus.Running).ExecuteAsync(ct);    // the index follows
        var message = await messages.GetAsync(Message.Key("42", "m1"), cancellationToken: ct);
        // end
        Assert.Equal(RunStatus.Running, message!.State);

        // example: queries
        var latest = await messages.Query(Message.Partition("42")).Descending().Limit(20).ToListAsync(ct);
        var page = await messages.Query(Message.Index.ByState(RunStatus.Running)).Limit(20).GetPageAsync(cancellationToken: ct);
        var count = await messages.Query(Message.Partition("42"), Message.SortKey.StartsWith("m")).CountAsync(ct);
        // end
        Assert.Equal((1, 1, 1), (latest.Count, page.Items.Count, count));
    }

    [Fact]
    public async Task Items_Move()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<ChatGrowing>()), ct);
        var chats = Db.Table<ChatGrowing>();
        string? stored = null;

        // example: reshard
        var (moved, units) = (0L, 0d);
        do
        {
            var result = await chats.ReshardAsync(
                new SweepOptions { From = stored, MaxCapacityUnits = 10_000, CapacityUnitsPerSecond = 100 }, ct);
            stored = result.Next;                       // keep it, to continue after an interruption
            (moved, units) = (moved + result.Moved, units + result.CapacityUnits);
        }
        while (stored is not null);
        Console.WriteLine($"{moved} messages moved, for {units} units");
        // end
        Assert.Equal(0, moved);
    }
}
