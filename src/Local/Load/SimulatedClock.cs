namespace DynamoToolkit.Local;

/// <summary>
/// A clock that stands still until it is moved, so that a minute of load passes in an instant. Give it to the engine
/// (<see cref="LocalDynamoOptions.TimeProvider"/>) and to the client. Timers still follow the system's clock. Safe for concurrent use.
/// </summary>
/// <param name="start">The first time that it shows; null for the current time.</param>
public sealed class SimulatedClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly long startTicks = (start ?? DateTimeOffset.UtcNow).UtcTicks;
    private long elapsedTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(startTicks + Interlocked.Read(ref elapsedTicks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref elapsedTicks);

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref elapsedTicks, time.Ticks);
    }
}
