namespace DynamoToolkit.Local.Heat;

/// <summary>Units over time: the sum and the busiest second.</summary>
internal sealed class UnitCount
{
    private long second;
    private double inSecond;

    /// <summary>All units.</summary>
    public double Total { get; private set; }

    /// <summary>The units of the busiest second.</summary>
    public double Peak { get; private set; }

    /// <summary>The number of requests that were refused.</summary>
    public long Throttled { get; private set; }

    /// <summary>Adds consumed units.</summary>
    public void Add(double units, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds();
        if (current != second)
            (second, inSecond) = (current, 0);

        inSecond += units;
        Total += units;
        Peak = Math.Max(Peak, inSecond);
    }

    /// <summary>Counts a refused request.</summary>
    public void Refuse() => Throttled++;
}
