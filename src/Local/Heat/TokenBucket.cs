namespace DynamoToolkit.Local.Heat;

/// <summary>Units that may be consumed: they refill evenly up to a depth.</summary>
internal sealed class TokenBucket(double rate, double depth, double level, DateTimeOffset now)
{
    private double rate = rate;
    private double depth = depth;
    private double level = level;
    private DateTimeOffset filled = now;

    /// <summary>Whether the units can be taken. A request that is larger than the depth needs a full bucket.</summary>
    public bool Allows(double units, DateTimeOffset now)
    {
        Fill(now);
        return level >= Math.Min(units, depth);
    }

    /// <summary>Takes units. The level becomes negative if there were too few.</summary>
    public void Take(double units, DateTimeOffset now)
    {
        Fill(now);
        level -= units;
    }

    /// <summary>Changes the rate and the depth. What lies above the new depth is lost.</summary>
    public void Resize(double newRate, double newDepth, DateTimeOffset now)
    {
        Fill(now);
        (rate, depth) = (newRate, newDepth);
        level = Math.Min(level, depth);
    }

    private void Fill(DateTimeOffset now)
    {
        if (now <= filled)
            return;

        level = Math.Min(depth, level + (rate * (now - filled).TotalSeconds));
        filled = now;
    }
}
