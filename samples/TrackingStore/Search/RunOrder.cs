using TrackingStore.Model;

namespace TrackingStore.Search;

/// <summary>
/// The order of a search of runs: by the given keys, then the newest start first, then the run id. Runs without a key's value come last in
/// both directions; of metrics, NaN comes before them and after every number.
/// </summary>
internal sealed class RunOrder(IReadOnlyList<OrderKey<RunField>> keys) : IComparer<LoggedRun>
{
    /// <summary>The order in which the index has the runs.</summary>
    public static RunOrder NewestFirst { get; } = new([]);

    /// <summary>Whether this is the order in which the index has the runs.</summary>
    public bool IsNewestFirst => keys is [] or [{ Field.Property: RunProperty.StartTime, IsDescending: true }];

    /// <summary>Whether sorting needs metrics, parameters or tags.</summary>
    public bool NeedsData => keys.Any(key => key.Field.IsLogged);

    /// <summary>The metrics, parameters and tags that sorting needs.</summary>
    public IEnumerable<RunField> LoggedFields => keys.Select(key => key.Field).Where(one => one.IsLogged);

    /// <inheritdoc/>
    public int Compare(LoggedRun? x, LoggedRun? y)
    {
        foreach (var key in keys)
        {
            var order = Compare(x!, y!, key);
            if (order != 0) return order;
        }

        var newest = y!.Run.StartTime.CompareTo(x!.Run.StartTime);
        return newest != 0 ? newest : string.CompareOrdinal(x.Run.RunId, y.Run.RunId);
    }

    private static int Compare(LoggedRun x, LoggedRun y, OrderKey<RunField> key) => key.Field.IsNumber
        ? MissingLast.Compare(key.Field.NumberOf(x), key.Field.NumberOf(y), key.IsDescending)
        : MissingLast.Compare(key.Field.TextOf(x), key.Field.TextOf(y), key.IsDescending);
}
