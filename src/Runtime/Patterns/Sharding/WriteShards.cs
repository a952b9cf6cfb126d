using System.Numerics;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>Calculates how many write shards a load needs.</summary>
public static class WriteShards
{
    /// <summary>The write units that one partition takes in a second.</summary>
    public const int WriteUnitsPerPartition = 1000;

    /// <summary>The read units that one partition takes in a second.</summary>
    public const int ReadUnitsPerPartition = 3000;

    private const double WriteUnitBytes = 1024;
    private const double ReadUnitBytes = 4096;

    /// <summary>
    /// The number of shards that a load needs, a power of two, so that it can be doubled later; 1 if it needs none. It is the larger one of
    /// headroom × write units / 1,000 and headroom × read units / 3,000, rounded up.
    /// </summary>
    /// <remarks>
    /// A write takes a unit for each 1,024 bytes, twice in a transaction; a read takes half a unit for each 4,096 bytes, or a whole one if
    /// it is consistent. A query of the whole key takes at least half a unit of each shard.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is negative or not a number, or the load needs more than 256 shards: then the key is too coarse.
    /// </exception>
    public static int For(WriteShardLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        CheckIsNumber(load.WritesPerSecond, nameof(load.WritesPerSecond), 0);
        CheckIsNumber(load.ReadsPerSecond, nameof(load.ReadsPerSecond), 0);
        CheckIsNumber(load.Headroom, nameof(load.Headroom), 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(load.ItemBytes, 1, nameof(load.ItemBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(load.ItemsPerWrite, 1, nameof(load.ItemsPerWrite));
        ArgumentOutOfRangeException.ThrowIfLessThan(load.CopiesPerItem, 1, nameof(load.CopiesPerItem));

        // A transaction doubles the write of the item, but not those of index entries.
        var perWrite = Math.Ceiling(load.ItemBytes / WriteUnitBytes) * load.ItemsPerWrite
            * (load.CopiesPerItem + (load.IsTransactional ? 1 : 0));
        var perRead = Math.Ceiling(load.ItemBytes / ReadUnitBytes) * (load.IsConsistent ? 1 : 0.5);
        var shards = load.Headroom * Math.Max(
            load.WritesPerSecond * perWrite / WriteUnitsPerPartition, load.ReadsPerSecond * perRead / ReadUnitsPerPartition);
        if (shards > ShardNumber.MaxCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(load),
                shards,
                $"The load needs more than {ShardNumber.MaxCount} write shards. Choose a partition key with more values.");
        }

        return (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, Math.Ceiling(shards)));
    }

    private static void CheckIsNumber(double value, string name, double min)
    {
        if (!double.IsFinite(value) || value < min)
            throw new ArgumentOutOfRangeException(name, value, $"Use a number of at least {min}.");
    }
}
