using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>
/// The order of a search of runs: by the given keys, then the newest start first, then the run id. Runs without a key's value come last in
/// both directions; of metrics, NaN comes before them and after every number.
/// </summary>
internal sealed class RunOrder(IReadOnlyList<OrderKey<RunField>> keys) : IComparer<LoggedRun>, IComparer<RankedRun>
{
    /// <summary>The order in which the index has the runs.</summary>
    public static RunOrder NewestFirst { get; } = new([]);

    /// <summary>Whether this is the order in which the index has the runs.</summary>
    public bool IsNewestFirst => keys is [] or [{ Field.Property: RunProperty.StartTime, IsDescending: true }];

    /// <summary>Whether sorting needs something that a run's own item does not have.</summary>
    public bool NeedsDataOf(RunItem run)
    {
        foreach (var key in keys)
            if (key.Field.IsLogged && !key.Field.IsInItem(RunSummary.Of(run))) return true;

        return false;
    }

    /// <summary>The metrics, parameters and tags that sorting needs.</summary>
    public IEnumerable<RunField> LoggedFields => keys.Select(key => key.Field).Where(one => one.IsLogged);

    /// <inheritdoc/>
    public int Compare(LoggedRun? x, LoggedRun? y) => Compare(Rank(x!), Rank(y!));

    /// <inheritdoc/>
    public int Compare(RankedRun x, RankedRun y)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var (one, other, isDescending) = (x[i], y[i], keys[i].IsDescending);
            var order = keys[i].Field.IsNumber
                ? MissingLast.Compare(one.Number, other.Number, isDescending)
                : MissingLast.Compare(one.Text, other.Text, isDescending);
            if (order != 0) return order;
        }

        var newest = y.Run.Run.StartTime.CompareTo(x.Run.Run.StartTime);
        return newest != 0 ? newest : string.CompareOrdinal(x.Run.Run.RunId, y.Run.Run.RunId);
    }

    /// <summary>Reads what a run is sorted by.</summary>
    public RankedRun Rank(LoggedRun run)
    {
        OrderValue[] others = keys.Count < 2 ? [] : new OrderValue[keys.Count - 1];
        for (var i = 0; i < others.Length; i++) others[i] = ValueOf(run, keys[i + 1].Field);
        return new RankedRun(run, keys.Count == 0 ? default : ValueOf(run, keys[0].Field), others);
    }

    private static OrderValue ValueOf(LoggedRun run, RunField field) =>
        field.IsNumber ? new OrderValue(field.NumberOf(run), null) : new OrderValue(null, field.TextOf(run));
}
