using Microsoft.Extensions.Time.Testing;

namespace TrackingStore.Tests.Support;

/// <summary>A clock that goes on when a test says so, and knows when somebody waits for it.</summary>
internal sealed class WaitingClock : FakeTimeProvider
{
    private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody waits.</summary>
    public Task Waits => waits.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.TrySetResult();
        return timer;
    }
}
