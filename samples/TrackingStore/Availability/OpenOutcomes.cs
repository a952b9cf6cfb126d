namespace TrackingStore.Availability;

/// <summary>
/// Changes whose outcome nobody knows: the store may have made them, but did not answer. A client that asks again, and finds the change
/// made, gets no error. It lives in memory only: an instance does not know what another one could not answer.
/// </summary>
internal sealed class OpenOutcomes(TimeProvider time)
{
    private const int MaxChanges = 10_000;

    // MLflow's clients try for some minutes.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> changes = [];

    /// <summary>A change has no known outcome.</summary>
    public void Add(string change)
    {
        lock (gate)
        {
            if (changes.Count >= MaxChanges) RemoveOld();
            if (changes.Count < MaxChanges) changes[change] = time.GetUtcNow();
        }
    }

    /// <summary>Whether a change had no known outcome some minutes ago.</summary>
    public bool Has(string change)
    {
        lock (gate) return changes.TryGetValue(change, out var since) && time.GetUtcNow() - since < Life;
    }

    /// <summary>The outcome of a change is known.</summary>
    public void Remove(string change)
    {
        lock (gate) changes.Remove(change);
    }

    private void RemoveOld()
    {
        var limit = time.GetUtcNow() - Life;
        foreach (var (change, since) in changes)
            if (since < limit) changes.Remove(change);
    }
}
