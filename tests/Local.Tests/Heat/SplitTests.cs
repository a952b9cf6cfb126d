using System.Globalization;
using DynamoToolkit.Local.Tests.Kit;

namespace DynamoToolkit.Local.Tests.Heat;

/// <summary>When partitions are split for heat, and what stands against it.</summary>
public sealed class SplitTests
{
    private static readonly HeatOptions Small = new()
    {
        Throttle = true,
        PartitionWriteUnits = 20,
        PartitionReadUnits = 60,
        OnDemandWriteUnits = 80,
        OnDemandReadUnits = 240,
    };

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task HotKey_WithScatteredSortKeys_IsDividedAfterMinutes()
    {
        using var kit = new HeatKit(Small);
        await kit.Engine.CreateTableAsync("S");

        var (early, _) = await kit.DriveAsync(30, TimeSpan.FromMinutes(4), "PutItem", Scattered);
        await kit.DriveAsync(30, TenMinutes, "PutItem", Scattered);
        var (late, _) = await kit.DriveAsync(30, TimeSpan.FromMinutes(1), "PutItem", Scattered);

        Assert.InRange(early, 2000, 2600);
        Assert.Equal(0, late);
        Assert.InRange(Assert.Single(kit.Engine.Heat.Resources).Partitions, 5, 8);

        static string Scattered(int i) => HeatKit.Put("hot", HeatKit.Scattered(i));
    }

    [Fact]
    public async Task Partitions_AreSplit_AlsoIfTheEngineOnlyMeasures()
    {
        using var kit = new HeatKit(new HeatOptions
        {
            PartitionWriteUnits = 20,
            OnDemandWriteUnits = 80,
            OnDemandReadUnits = 1,
        });
        await kit.Engine.CreateTableAsync("S");
        var (throttled, _) = await kit.DriveAsync(30, TenMinutes, "PutItem", static i => HeatKit.Put("hot", HeatKit.Scattered(i)));
        Assert.Equal(0, throttled);
        Assert.InRange(Assert.Single(kit.Engine.Heat.Resources).Partitions, 5, 8);
    }

    [Fact]
    public async Task OneItem_StaysHot()
    {
        using var kit = new HeatKit(Small);
        await kit.Engine.CreateTableAsync("S");
        await kit.DriveAsync(30, TenMinutes, "PutItem", static _ => HeatKit.Put("hot", "one"));
        await AssertStuckAsync(kit, SplitObstacle.SingleItem, static _ => HeatKit.Put("hot", "one"));
    }

    [Fact]
    public async Task WritesThatFollowTheSortKey_StayHot()
    {
        using var kit = new HeatKit(Small);
        await kit.Engine.CreateTableAsync("S");
        var time = 0;
        string Next(int _) => HeatKit.Put("hot", time++.ToString("D10", CultureInfo.InvariantCulture));

        await kit.DriveAsync(30, TenMinutes, "PutItem", Next);
        await AssertStuckAsync(kit, SplitObstacle.FollowsSortKey, Next);
    }

    [Fact]
    public async Task TableWithALocalIndex_StaysHot()
    {
        using var kit = new HeatKit(Small);
        await kit.Engine.OkAsync("CreateTable", """
            {"TableName":"tab","BillingMode":"PAY_PER_REQUEST",
             "AttributeDefinitions":[{"AttributeName":"p","AttributeType":"S"},{"AttributeName":"s","AttributeType":"S"},
               {"AttributeName":"l","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"p","KeyType":"HASH"},{"AttributeName":"s","KeyType":"RANGE"}],
             "LocalSecondaryIndexes":[{"IndexName":"byL","KeySchema":[{"AttributeName":"p","KeyType":"HASH"},
               {"AttributeName":"l","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}]}
            """);
        await kit.DriveAsync(30, TenMinutes, "PutItem", static i => HeatKit.Put("hot", HeatKit.Scattered(i)));
        await AssertStuckAsync(kit, SplitObstacle.LocalIndex, static i => HeatKit.Put("hot", HeatKit.Scattered(i)));
    }

    [Fact]
    public async Task TwoHotKeys_OfOnePartition_AreSeparated()
    {
        // One partition holds everything at first.
        using var kit = new HeatKit(new HeatOptions
        {
            Throttle = true,
            PartitionWriteUnits = 20,
            OnDemandWriteUnits = 20,
            OnDemandReadUnits = 1,
            StartWithBurst = true,
        });
        await kit.Engine.CreateTableAsync();
        Assert.Equal(0, (await kit.DriveAsync(18, TenMinutes, "PutItem", Two)).Throttled);
        Assert.Equal(2, Assert.Single(kit.Engine.Heat.Resources).Partitions);

        static string Two(int i) => HeatKit.Put(i % 2 == 0 ? "one" : "two");
    }

    private static async Task AssertStuckAsync(HeatKit kit, SplitObstacle obstacle, Func<int, string> body)
    {
        var (throttled, all) = await kit.DriveAsync(30, TimeSpan.FromMinutes(1), "PutItem", body);
        Assert.InRange(throttled, all / 4, all / 2);
        Assert.Equal(obstacle, kit.Engine.Heat.HottestKeys(1)[0].Obstacle);
        Assert.Equal(4, Assert.Single(kit.Engine.Heat.Resources).Partitions);
    }
}
