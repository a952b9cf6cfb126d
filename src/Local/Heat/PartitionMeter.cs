namespace DynamoToolkit.Local.Heat;

/// <summary>
/// One partition of a table or index: a range of keys with limits of its own. It remembers the traffic of the last minutes to know when and
/// where to split.
/// </summary>
internal sealed class PartitionMeter
{
    private const double NearLimit = 0.8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly HeatOptions options;
    private readonly TokenBucket writes;
    private readonly TokenBucket reads;
    private TrafficSample sample = new();
    private TrafficSample? earlier;
    private DateTimeOffset windowStart;
    private DateTimeOffset? hotSince;
    private double wantedWrites;
    private double wantedReads;

    public PartitionMeter(byte[] from, HeatOptions options, DateTimeOffset now)
    {
        From = from;
        this.options = options;
        windowStart = now;
        writes = Bucket(options.PartitionWriteUnits);
        reads = Bucket(options.PartitionReadUnits);

        TokenBucket Bucket(double rate)
        {
            var depth = rate * Math.Max(1, options.PartitionBurst.TotalSeconds);
            return new TokenBucket(rate, depth, depth, now);
        }
    }

    /// <summary>The first key of the range. The next partition begins where it ends.</summary>
    public byte[] From { get; }

    /// <summary>Whether the units can be consumed now.</summary>
    public bool Allows(bool isWrite, double units, DateTimeOffset now) => (isWrite ? writes : reads).Allows(units, now);

    /// <summary>Consumes units.</summary>
    public void Take(bool isWrite, double units, DateTimeOffset now) => (isWrite ? writes : reads).Take(units, now);

    /// <summary>Notes traffic, refused requests included.</summary>
    public void Note(bool isWrite, byte[] key, KeyHeat heat, double units, DateTimeOffset now)
    {
        EndWindow(now);
        sample.Add(key, heat, isWrite ? 3 * units : units);
        if (isWrite)
            wantedWrites += units;
        else
            wantedReads += units;
    }

    /// <summary>Where to split the partition now; null if it is not hot enough, or if a split would not help.</summary>
    public byte[]? SplitPoint(bool hasLocalIndexes, DateTimeOffset now)
    {
        if (hotSince is null || now - hotSince < options.SplitDelay)
            return null;

        var traffic = earlier ?? sample;
        if (traffic.Dominant() is { } dominant && Obstacle(traffic, dominant, hasLocalIndexes) != SplitObstacle.None)
            return null;
        return traffic.Median() is { } median && median.AsSpan().SequenceCompareTo(From) > 0 ? median : null;
    }

    /// <summary>Why a split would not help a key.</summary>
    public SplitObstacle ObstacleOf(KeyHeat key, bool hasLocalIndexes)
    {
        foreach (var traffic in (ReadOnlySpan<TrafficSample?>)[sample, earlier])
        {
            if (traffic?.Dominant() == key)
                return Obstacle(traffic, key, hasLocalIndexes);
        }

        return SplitObstacle.None;
    }

    private static SplitObstacle Obstacle(TrafficSample traffic, KeyHeat dominant, bool hasLocalIndexes) =>
        traffic.IsOneItem() ? SplitObstacle.SingleItem
        : hasLocalIndexes ? SplitObstacle.LocalIndex
        : dominant.FollowsSortKey ? SplitObstacle.FollowsSortKey
        : SplitObstacle.None;

    private void EndWindow(DateTimeOffset now)
    {
        var elapsed = now - windowStart;
        if (elapsed < Window)
            return;

        var isHot = wantedWrites / elapsed.TotalSeconds >= NearLimit * options.PartitionWriteUnits
            || wantedReads / elapsed.TotalSeconds >= NearLimit * options.PartitionReadUnits;
        hotSince = isHot ? hotSince ?? windowStart : null;
        (earlier, sample) = (sample, new TrafficSample());
        (windowStart, wantedWrites, wantedReads) = (now, 0, 0);
    }
}
