using System.Globalization;

namespace DynamoToolkit.Local;

/// <summary>What a simulated load did.</summary>
/// <param name="Calls">The number of calls.</param>
/// <param name="Throttled">The number of calls that were throttled.</param>
/// <param name="HottestKeys">The engine's hottest keys, the hottest first.</param>
public sealed record LoadResult(int Calls, int Throttled, IReadOnlyList<HotKey> HottestKeys)
{
    /// <summary>Checks that the design carries the load.</summary>
    /// <exception cref="LoadAssertionException">
    /// A call was throttled. The message names the hottest key, its units, and what stands against a split.
    /// </exception>
    public void AssertNotThrottled()
    {
        if (Throttled > 0)
            throw new LoadAssertionException($"{Throttled:N0} of {Calls:N0} calls were throttled. {Describe()}");
    }

    /// <summary>Checks that the design does not carry the load.</summary>
    /// <exception cref="LoadAssertionException">No call was throttled.</exception>
    public void AssertThrottled()
    {
        if (Throttled == 0)
            throw new LoadAssertionException($"None of {Calls:N0} calls was throttled. {Describe()}");
    }

    private string Describe()
    {
        // The key that was throttled most, not the one that got through most.
        var key = HottestKeys.MaxBy(static key => (key.ThrottledWrites + key.ThrottledReads, key.PeakWriteUnits));
        if (key is null)
            return "No key consumed anything.";

        var place = key.IndexName is null ? $"table '{key.TableName}'" : $"index '{key.IndexName}' of table '{key.TableName}'";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Partition key '{key.PartitionKey}' of the {place} reached {key.PeakWriteUnits:N0} write units and {key.PeakReadUnits:N0} "
            + $"read units in a second. {key.ThrottledWrites:N0} of its writes and {key.ThrottledReads:N0} of its reads were throttled.")
            + Advice(key.Obstacle);
    }

    private static string Advice(SplitObstacle obstacle) => obstacle switch
    {
        SplitObstacle.SingleItem => " A split cannot help: one item has most of the traffic. Divide it into several items.",
        SplitObstacle.LocalIndex => " A split cannot help: the table has a local secondary index. Use write shards.",
        SplitObstacle.FollowsSortKey => " A split cannot help: the writes follow the sort key. Use write shards.",
        _ => "",
    };
}
