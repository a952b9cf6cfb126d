namespace DynamoToolkit;

/// <summary>
/// Says how many items each request of a limited read evaluates: few at first, so that finding one item costs little, and more where too few of them were
/// left by filters, by other item types or by expiry, so that there are few requests.
/// </summary>
internal struct PageLimits(QueryPlan plan)
{
    private const int Growth = 4;

    /// <summary>How many items are evaluated first at most where a filter may leave few of them, unless more are wanted.</summary>
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

    /// <summary>Twice what is needed if as large a share is left as so far, and within bounds.</summary>
    private readonly int Estimate(int items, int found, long scanned)
    {
        if (found == 0)
            return Grown(last);

        // Nothing was left out: the page ended by its size.
        return scanned <= found ? items : (int)Math.Min(2.0 * items * scanned / found, Grown(last));
    }

    private static int Grown(int limit) => limit > int.MaxValue / Growth ? int.MaxValue : limit * Growth;
}
