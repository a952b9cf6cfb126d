using DynamoToolkit.Streams;
using Microsoft.Extensions.Time.Testing;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// A clock that goes on when a test says so, and knows how many consumers wait for the time to renew their leases. On a busy machine a test
/// would otherwise move it further than a lease lasts before a consumer gets to renew it.
/// </summary>
internal sealed class PacedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan LeaseInterval = new StreamConsumerOptions().LeaseDuration / 3;
    private int waiting;

    /// <summary>How many consumers wait.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != LeaseInterval)
            return base.CreateTimer(callback, state, dueTime, period);

        var isOver = 0;
        Interlocked.Increment(ref waiting);
        var timer = base.CreateTimer(
            passed =>
            {
                End();
                callback(passed);
            },
            state,
            dueTime,
            period);
        return new EndingTimer(timer, End);

        void End()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                Interlocked.Decrement(ref waiting);
        }
    }

    private sealed class EndingTimer(ITimer timer, Action end) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            end();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            end();
            return timer.DisposeAsync();
        }
    }
}
