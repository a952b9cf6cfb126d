using System.Collections.Concurrent;

namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>
/// A clock that is off by as much as a test wants, and on which waits take no time: timers below a minute fire at once and are written
/// down, longer ones (the attempts' deadlines of these tests) never fire.
/// </summary>
internal sealed class TestClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    /// <summary>How much time has passed: as much as the test says.</summary>
    public TimeSpan Elapsed { get; set; }

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Offset;

    public override long GetTimestamp() => (long)(Elapsed.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= TimeSpan.FromMinutes(1))
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        Waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
