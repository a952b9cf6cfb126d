namespace DynamoToolkit;

/// <summary>Counts what a sweep uses, and waits where it would be too fast.</summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class SweepBudget(SweepOptions options, TimeProvider time)
{
    private readonly long start = time.GetTimestamp();

    /// <summary>The units that were used.</summary>
    public double Used { get; private set; }

    /// <summary>Whether the call has used all that it may use.</summary>
    public bool IsSpent => Used >= options.MaxCapacityUnits;

    /// <summary>How much detail of the consumed capacity a request asks for.</summary>
    /// <param name="budget">What counts; null to count nothing.</param>
    public static CapacityDetail DetailFor(SweepBudget? budget) => budget is null ? CapacityDetail.None : CapacityDetail.Total;

    /// <summary>Adds what a request used.</summary>
    public void Add(ConsumedCapacity? used) => Used += used?.CapacityUnits ?? 0;

    /// <summary>
    /// Adds what the service charges at least for a write whose condition does not hold. The error does not report it.
    /// </summary>
    /// <param name="units">One unit for a single write, and two for each write of a transaction.</param>
    public void AddFailedCondition(double units = 1) => Used += units;

    /// <summary>Waits until the units that were used are within the rate.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (options.CapacityUnitsPerSecond is not { } rate)
            return;
        var ahead = TimeSpan.FromSeconds(Used / rate) - time.GetElapsedTime(start);
        if (ahead > TimeSpan.Zero)
            await Task.Delay(ahead, time, cancellationToken).ConfigureAwait(false);
    }
}
