using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Runtime.Tests;

/// <summary>
/// A clock that stands until a test advances it, and on which waits take no time: timers below a minute fire at once and are written down.
/// Longer ones, the attempts' deadlines of these tests, wait for the clock.
/// </summary>
internal sealed class TestClock : FakeTimeProvider
{
    public TestClock()
        : this(Noon)
    {
    }

    public TestClock(DateTimeOffset start)
        : base(start)
    {
    }

    public static DateTimeOffset Noon { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime >= TimeSpan.FromMinutes(1))
            return base.CreateTimer(callback, state, dueTime, period);

        Waits.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
