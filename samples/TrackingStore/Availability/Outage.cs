namespace TrackingStore.Availability;

/// <summary>
/// A part of the server that may stop working for a while. The log gets one line when that begins and one when it ends, however many
/// requests meet it.
/// </summary>
/// <param name="what">The part, as the log names it.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where the lines go.</param>
internal sealed class Outage(string what, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan MinWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private long since;
    private long lastFailure;
    private bool isOngoing;

    /// <summary>Whether it does not work now.</summary>
    public bool IsOngoing
    {
        get
        {
            lock (gate) return isOngoing;
        }
    }

    /// <summary>
    /// How long a client is to wait before it tries again: as long as the outage has lasted, within bounds. MLflow's clients try seven
    /// times, and wait as long as the answer says. A short wait would make them give up in a short outage.
    /// </summary>
    public TimeSpan RetryAfter
    {
        get
        {
            lock (gate)
            {
                if (!isOngoing) return MinWait;
                var age = time.GetElapsedTime(since);
                return age < MinWait ? MinWait : age > MaxWait ? MaxWait : age;
            }
        }
    }

    /// <summary>A request found that the part does not work.</summary>
    public void Failed(string reason)
    {
        lock (gate)
        {
            lastFailure = time.GetTimestamp();
            if (isOngoing) return;
            isOngoing = true;
            since = lastFailure;
        }

        logger.LogError("{What} does not work: {Reason} Until it does, requests that need it are answered with status 503", what, reason);
    }

    /// <summary>A request found that the part works.</summary>
    /// <param name="startedAt">The timestamp at which the request began. If a later one failed, this says nothing.</param>
    public void Succeeded(long startedAt)
    {
        TimeSpan duration;
        lock (gate)
        {
            if (!isOngoing || startedAt < lastFailure) return;
            isOngoing = false;
            duration = time.GetElapsedTime(since);
        }

        logger.LogWarning("{What} works again, after {Seconds:F1} s", what, duration.TotalSeconds);
    }
}
