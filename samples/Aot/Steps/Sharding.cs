using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Write shards of tables and indexes, and sharded counters.</summary>
internal static class Sharding
{
    public static async Task RunAsync(DynamoClient db)
    {
        var readings = db.Table<Reading>();
        for (var i = 0; i < 20; i++)
            await readings.PutAsync(new Reading("a", i) { Value = i });
        var reading = (await readings.Query(Reading.Partition("a")).Descending().FirstOrDefaultAsync())!;
        Expect.Equal(19L, reading.At);
        await readings.Update(reading).Set(r => r.Value, 0.5).ExecuteAsync();
        Expect.Equal(0.5, (await readings.GetAsync(Reading.Key("a", reading.Shard!.Value, 19), consistentRead: true))!.Value);
        var read = 0;
        await foreach (var page in readings.Query(Reading.Partition("a")).Limit(6).PagesAsync())
            read += page.Items.Count;
        Expect.Equal(20, read);

        var parcels = db.Table<Parcel>();
        for (var i = 0; i < 10; i++)
            await parcels.PutAsync(new Parcel { Depot = "d", Number = i, State = "here" });
        await parcels.Update(Parcel.Key("d", 3)).Set(p => p.State, "gone").ExecuteAsync();
        Expect.Equal(9, await parcels.Query(Parcel.Index.ByState("here")).CountAsync());
        Expect.Equal("gone", (await parcels.GetAsync(Parcel.Key("d", 3)))!.State);
        Expect.Equal(0L, (await parcels.ReshardAsync(new SweepOptions { PageSize = 4 })).Moved);
        Expect.Equal(2, WriteShards.For(new WriteShardLoad { WritesPerSecond = 1000, ItemBytes = 100 }));

        var shelves = db.Table<Shelf>();
        var visitors = shelves.Counter(Shelf.Key("s"), Shelf.Counters.Visitors);
        await visitors.AddAsync(2);
        await visitors.AddOnceAsync(3, Guid.NewGuid().ToString("N"));
        await visitors.Add(1).ExecuteAsync();
        Expect.Equal(6, await visitors.GetAsync(consistentRead: true));
        var shelf = new Shelf { Id = "s" };
        await shelves.LoadCountersAsync(shelf, consistentRead: true);
        Expect.Equal(6, shelf.Visitors);
        await visitors.DeleteAsync();
        Expect.Equal(0, await visitors.GetAsync(consistentRead: true));
    }
}
