namespace DynamoToolkit;

/// <summary>
/// Decides how many items each request of a limited read evaluates. The first request evaluates few items, so finding one item costs
/// little. If filters, other item types or expiry leave too few items, the next requests evaluate more, so there are few requests.
/// </summary>
internal struct PageLimits(QueryPlan plan)
{
    private const int Growth = 4;

    /// <summary>The most items that the first request evaluates if a filter may leave few of them, unless the caller wants more.</summary>
    private const int MaxFirst = 100;

    private int first;
    private int last;

    /// <summary>The limit of the next request, or null for none.</summary>
    /// <param name="wanted">How many more items are wanted, if that is limited.</param>
    /// <param name="scanned">How many items were evaluated so far.</param>
    public int? Next(int? wanted, long scanned)
    {
        if (wanted is not { } items || (plan.IsSelective && plan.PageSize is not null))
            return plan.PageSize;

        if (last == 0)
            (first, last) = (items, plan.IsSelective ? Math.Min(Grown(items), Math.Max(items, MaxFirst)) : items);
        else
            last = Estimate(items, first - items, scanned);
        return Math.Min(last, plan.PageSize ?? int.MaxValue);
    }

    /// <summary>Twice the number needed if the share of items that are left stays the same, within bounds.</summary>
    private readonly int Estimate(int items, int found, long scanned)
    {
        if (found == 0)
            return Grown(last);

        // Nothing was left out: the page ended because of its size.
        return scanned <= found ? items : (int)Math.Min(2.0 * items * scanned / found, Grown(last));
    }

    private static int Grown(int limit) => limit > int.MaxValue / Growth ? int.MaxValue : limit * Growth;
}
