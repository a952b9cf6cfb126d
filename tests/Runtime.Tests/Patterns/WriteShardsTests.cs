namespace DynamoToolkit.Runtime.Tests.Patterns;

/// <summary>How many shards a load needs.</summary>
public sealed class WriteShardsTests
{
    [Theory]
    [InlineData(100, 0, 1000, 1)]
    [InlineData(666, 0, 1024, 1)]
    [InlineData(667, 0, 1024, 2)]
    [InlineData(667, 0, 1025, 4)]
    [InlineData(2500, 0, 900, 4)]
    [InlineData(0, 4000, 4096, 1)]
    [InlineData(0, 4001, 4096, 2)]
    [InlineData(100, 9000, 4097, 8)]
    public void Number_FollowsFromWritesAndReads(double writes, double reads, int bytes, int expected) => Assert.Equal(
        expected, WriteShards.For(new WriteShardLoad { WritesPerSecond = writes, ReadsPerSecond = reads, ItemBytes = bytes }));

    [Fact]
    public void Number_CountsTransactionsVersionsAndCopies()
    {
        var load = new WriteShardLoad { WritesPerSecond = 600, ItemBytes = 1000 };
        Assert.Equal(1, WriteShards.For(load));
        Assert.Equal(2, WriteShards.For(load with { IsTransactional = true }));
        Assert.Equal(4, WriteShards.For(load with { IsTransactional = true, ItemsPerWrite = 2 }));
        Assert.Equal(2, WriteShards.For(load with { CopiesPerItem = 2 }));
        Assert.Equal(4, WriteShards.For(load with { CopiesPerItem = 2, IsTransactional = true }));
        Assert.Equal(8, WriteShards.For(load with { Headroom = 10 }));
        var consistent = new WriteShardLoad { WritesPerSecond = 0, ReadsPerSecond = 4000, ItemBytes = 1, IsConsistent = true };
        Assert.Equal(2, WriteShards.For(consistent));
    }

    [Fact]
    public void Loads_ThatNoNumberTakes_AreRefused()
    {
        Assert.Equal(256, WriteShards.For(new WriteShardLoad { WritesPerSecond = 170_000, ItemBytes = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => WriteShards.For(new WriteShardLoad { WritesPerSecond = 171_000, ItemBytes = 1 }));
        var unknown = new WriteShardLoad { WritesPerSecond = double.NaN, ItemBytes = 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => WriteShards.For(unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => WriteShards.For(new WriteShardLoad { WritesPerSecond = 1, ItemBytes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => WriteShards.For(new WriteShardLoad { WritesPerSecond = 1, ItemBytes = 1, Headroom = 0.5 }));
    }
}
