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
    private readonly Dictionary<string, (DateTimeOffset Since, string? ChangedId)> changes = [];
    private DateTimeOffset removed = time.GetUtcNow();

    /// <summary>A change has no known outcome.</summary>
    /// <param name="change">The change's name, which is short.</param>
    /// <param name="changedId">The id of what it changes; null if that is not known.</param>
    public void Add(string change, string? changedId)
    {
        lock (gate)
        {
            if (changes.Count >= MaxChanges || time.GetUtcNow() - removed >= Life) RemoveOld();
            if (changes.Count < MaxChanges) changes[change] = (time.GetUtcNow(), changedId);
        }
    }

    /// <summary>Whether a change had no known outcome some minutes ago.</summary>
    /// <param name="change">The change's name.</param>
    /// <param name="changedId">The id of what it changes; null if that is not known.</param>
    public bool Has(string change, out string? changedId)
    {
        lock (gate)
        {
            var isOpen = changes.TryGetValue(change, out var open) && time.GetUtcNow() - open.Since < Life;
            changedId = isOpen ? open.ChangedId : null;
            return isOpen;
        }
    }

    /// <summary>The outcome of a change is known.</summary>
    public void Remove(string change)
    {
        lock (gate) changes.Remove(change);
    }

    private void RemoveOld()
    {
        removed = time.GetUtcNow();
        foreach (var (change, open) in changes)
            if (open.Since < removed - Life) changes.Remove(change);
    }
}
