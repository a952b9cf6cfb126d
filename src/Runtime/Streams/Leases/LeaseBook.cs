namespace DynamoToolkit.Streams.Leases;

/// <summary>
/// What a worker knows of all leases, and what it does about them. Whether an owner is alive is judged by this worker's own clock alone: by
/// how long it has not seen the lease change.
/// </summary>
/// <param name="worker">This worker's name.</param>
/// <param name="duration">After how long without a change a lease is free.</param>
/// <param name="time">The clock.</param>
internal sealed class LeaseBook(string worker, TimeSpan duration, TimeProvider time)
{
    private readonly Dictionary<string, (long Counter, string? Token, long SeenAt)> seen = new(StringComparer.Ordinal);

    /// <summary>Decides what to do after the leases were read.</summary>
    /// <param name="leases">All leases.</param>
    /// <param name="held">The tokens of the leases that this worker has.</param>
    public LeasePlan Plan(IReadOnlyList<LeaseItem> leases, IReadOnlySet<string> held)
    {
        Observe(leases);
        var mine = leases.Count(lease => IsHeld(lease, held));
        List<LeaseItem> free = [.. leases.Where(lease => !IsHeld(lease, held) && IsFree(lease))];

        // Leases that were this worker's before it restarted, or that were handed to it, are taken in any case.
        List<LeaseItem> take = [.. free.Where(lease => lease.Owner == worker)];
        free.RemoveAll(take.Contains);

        // The others are shared: at most the fair part, so that workers that start together do not swap leases afterwards.
        var loads = Loads(leases, free);
        var fair = (leases.Count + loads.Count) / (loads.Count + 1);
        while (mine + take.Count < fair && free.Count > 0)
        {
            // By chance, because all workers see the same leases at the same time.
            var chosen = free[Random.Shared.Next(free.Count)];
            free.Remove(chosen);
            take.Add(chosen);
        }

        return new LeasePlan(take, take.Count > 0 || free.Count > 0 ? null : Surplus(leases, loads, mine));
    }

    private static bool IsHeld(LeaseItem lease, IReadOnlySet<string> held) => lease.Token is { } token && held.Contains(token);

    private void Observe(IReadOnlyList<LeaseItem> leases)
    {
        var now = time.GetTimestamp();
        foreach (var lease in leases)
        {
            if (!seen.TryGetValue(lease.Sort, out var last) || (last.Counter, last.Token) != (lease.Counter, lease.Token))
                seen[lease.Sort] = (lease.Counter, lease.Token, now);
        }

        foreach (var gone in seen.Keys.Except(leases.Select(static lease => lease.Sort)).ToList())
            seen.Remove(gone);
    }

    // A lease without a token is handed to its owner, which may not come for it.
    private bool IsFree(LeaseItem lease) =>
        lease.Owner is null || lease.Owner == worker || time.GetElapsedTime(seen[lease.Sort].SeenAt) > duration;

    /// <summary>How many leases each other worker has that is alive.</summary>
    private Dictionary<string, int> Loads(IReadOnlyList<LeaseItem> leases, List<LeaseItem> free) => leases
        .Where(lease => lease.Owner is { } owner && owner != worker && !free.Contains(lease))
        .GroupBy(static lease => lease.Owner!, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);

    /// <summary>A lease of the worker that has the most, if it has at least two more than this one; one at a time.</summary>
    private static LeaseItem? Surplus(IReadOnlyList<LeaseItem> leases, Dictionary<string, int> loads, int mine)
    {
        if (loads.Count == 0)
            return null;

        var (fullest, load) = loads.MaxBy(static other => other.Value);
        return load - mine >= 2
            ? leases.FirstOrDefault(lease => lease.Owner == fullest && lease.Token is not null && lease.WantedBy is null)
            : null;
    }
}
