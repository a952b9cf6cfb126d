namespace TrackingStore.Tests.Support;

/// <summary>
/// Real time, in which a limit ends soon once the test says so. So calls of a store that is gone end soon, and those of a store that works
/// may take as long as a busy machine needs.
/// </summary>
/// <param name="limit">The limit.</param>
internal sealed class ImpatientClock(TimeSpan limit) : TimeProvider
{
    private volatile bool isImpatient;

    /// <summary>Whether the limit ends soon.</summary>
    public bool IsImpatient
    {
        get => isImpatient;
        set => isImpatient = value;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(
        callback, state, isImpatient && dueTime == limit ? TimeSpan.FromMilliseconds(200) : dueTime, period);
}
