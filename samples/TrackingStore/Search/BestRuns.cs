using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>The first runs of an order, of any number of runs that come in no order.</summary>
/// <param name="order">The order.</param>
/// <param name="count">How many runs it keeps.</param>
internal sealed class BestRuns(RunOrder order, long count)
{
    // Sorted up to the last time that it was cut.
    private readonly List<RankedRun> best = [];
    private RankedRun? last;

    /// <summary>Adds a run, which must not be one that was added before.</summary>
    public void Add(LoggedRun run)
    {
        var ranked = order.Rank(run);
        if (last is { } worst && order.Compare(ranked, worst) > 0) return;
        best.Add(ranked);

        // Sorting now and then is cheaper than finding the place of each run.
        if (best.Count >= 2 * count) Cut();
    }

    /// <summary>The runs in order, without the first ones.</summary>
    /// <param name="start">How many to leave out.</param>
    public IEnumerable<LoggedRun> From(int start)
    {
        Cut();
        return best.Skip(start).Select(ranked => ranked.Run);
    }

    private void Cut()
    {
        best.Sort(order);
        if (best.Count < count) return;
        best.RemoveRange((int)count, best.Count - (int)count);
        last = best[^1];
    }
}
