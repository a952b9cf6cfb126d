namespace TrackingStore.Availability;

/// <summary>Keeps what happens with every request of a busy time from filling the log.</summary>
internal sealed class OncePerMinute(TimeProvider time)
{
    private readonly Lock gate = new();
    private long? last;

    /// <summary>Whether the last time was at least a minute ago.</summary>
    public bool IsDue()
    {
        lock (gate)
        {
            if (last is { } before && time.GetElapsedTime(before) < TimeSpan.FromMinutes(1)) return false;
            last = time.GetTimestamp();
            return true;
        }
    }
}
