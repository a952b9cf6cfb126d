namespace TrackingStore.Availability;

/// <summary>
/// Decides whether a call is worth a try. After some failures in a row it lets only one call in a second through, until one succeeds, so
/// that neither clients nor the store wait for what fails anyway.
/// </summary>
internal sealed class Circuit(TimeProvider time)
{
    /// <summary>How many failures in a row open the circuit.</summary>
    public const int MaxFailures = 3;

    /// <summary>The time between two tries while the circuit is open.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private int failures;
    private long lastTry;

    /// <summary>Whether the last call failed.</summary>
    public bool IsFailing
    {
        get
        {
            lock (gate) return failures > 0;
        }
    }

    /// <summary>Whether a call may be made now.</summary>
    public bool Admits()
    {
        lock (gate)
        {
            if (failures < MaxFailures) return true;
            if (time.GetElapsedTime(lastTry) < Pause) return false;
            lastTry = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>A call failed.</summary>
    public void Failed()
    {
        lock (gate)
        {
            failures++;
            lastTry = time.GetTimestamp();
        }
    }

    /// <summary>A call succeeded.</summary>
    public void Succeeded()
    {
        lock (gate) failures = 0;
    }
}
