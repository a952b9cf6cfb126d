namespace DynamoToolkit.Local.Heat;

/// <summary>
/// The units that a whole table or index allows, for writes or for reads: the provisioned ones with their burst, or on demand twice the
/// previous peak, at least what a new table gets. A peak is a minute's mean, and counts half an hour later.
/// </summary>
internal sealed class Allowance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PeakDelay = TimeSpan.FromMinutes(30);

    private readonly Queue<(DateTimeOffset End, double Mean)> recent = [];
    private readonly double initial;
    private readonly TimeSpan burst;
    private readonly TokenBucket bucket;
    private double provisioned;
    private double peak;
    private DateTimeOffset minute;
    private double consumed;

    public Allowance(double provisioned, double onDemand, HeatOptions options, DateTimeOffset now)
    {
        this.provisioned = provisioned;
        initial = onDemand;
        burst = options.ProvisionedBurst;
        minute = now;
        bucket = new TokenBucket(Rate, Depth, options.StartWithBurst ? Depth : Rate, now);
    }

    /// <summary>The units per second.</summary>
    public double Rate => IsOnDemand ? Math.Max(initial, 2 * peak) : provisioned;

    /// <summary>Whether capacity is on demand.</summary>
    public bool IsOnDemand => provisioned == 0;

    private double Depth => IsOnDemand ? Rate : Math.Max(1, burst.TotalSeconds) * Rate;

    /// <summary>Follows a change of the provisioned units; 0 means on demand.</summary>
    public void Provision(double units, DateTimeOffset now)
    {
        if (units == provisioned)
            return;

        provisioned = units;
        bucket.Resize(Rate, Depth, now);
    }

    /// <summary>Whether the units can be consumed now.</summary>
    public bool Allows(double units, DateTimeOffset now)
    {
        EndMinutes(now);
        return bucket.Allows(units, now);
    }

    /// <summary>Consumes units.</summary>
    public void Take(double units, DateTimeOffset now)
    {
        EndMinutes(now);
        bucket.Take(units, now);
        consumed += units;
    }

    private void EndMinutes(DateTimeOffset now)
    {
        if (now - minute < Minute)
            return;

        recent.Enqueue((now, consumed / (now - minute).TotalSeconds));
        (minute, consumed) = (now, 0);
        while (recent.TryPeek(out var oldest) && now - oldest.End >= PeakDelay)
            peak = Math.Max(peak, recent.Dequeue().Mean);
        bucket.Resize(Rate, Depth, now);
    }
}
