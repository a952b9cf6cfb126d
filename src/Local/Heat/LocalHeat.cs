using DynamoToolkit.Local.Heat;

namespace DynamoToolkit.Local;

/// <summary>The capacity that an engine's partition keys consume. Safe for concurrent use.</summary>
public sealed class LocalHeat
{
    private readonly HeatMeter meter;

    internal LocalHeat(HeatMeter meter) => this.meter = meter;

    /// <summary>The tables and global indexes that requests have touched.</summary>
    public IReadOnlyList<ResourceHeat> Resources => meter.Resources();

    /// <summary>
    /// The partition keys with the busiest seconds, the hottest first. A write unit counts as three read units, as in the service's
    /// CloudWatch Contributor Insights. Of a table or index, at most 100,000 keys are remembered; the coldest are forgotten first.
    /// </summary>
    /// <param name="count">The maximum number of keys.</param>
    public IReadOnlyList<HotKey> HottestKeys(int count = 25)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return meter.HottestKeys(count);
    }

    /// <summary>Forgets all that was measured, and the splits of partitions.</summary>
    public void Reset() => meter.Reset();
}
