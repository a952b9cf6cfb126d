namespace DynamoToolkit;

/// <summary>
/// Merges all items of the shards of a key, in the order of their sort keys, if their number is not limited and no items move. It makes the
/// same requests as a <see cref="ShardWalk"/> that goes to the end, but turns the pages that arrive together into items at the same time,
/// and reads the next page of a shard already when three quarters of the current one are used and another shard waits for its page.
/// </summary>
/// <typeparam name="T">The items' type.</typeparam>
internal sealed class ShardMerge<T> : IDisposable
{
    private readonly QueryPlan plan;
    private readonly ShardPages<T>[] shards;
    private KeyValue last;
    private bool hasStarted;

    /// <summary>Prepares to read the shards.</summary>
    /// <param name="plan">The query of the whole key.</param>
    /// <param name="read">Reads an item, on several threads at the same time.</param>
    public ShardMerge(QueryPlan plan, ItemRead<T> read)
    {
        this.plan = plan with { CapacityUsed = QueryPlan.OneAtATime(plan.CapacityUsed) };
        shards = new ShardPages<T>[plan.Shards!.ReadCount];
        for (var shard = 0; shard < shards.Length; shard++)
            shards[shard] = new ShardPages<T>(new ShardLane(this.plan, shard, behind: null), read);
    }

    /// <summary>Takes the next item, if it has been read.</summary>
    public bool TryTake(out T item)
    {
        item = default!;
        while (hasStarted && First() is { HasItem: true } first)
        {
            var sort = first.Sort;
            item = first.Take();

            // Shards that are computed from the sort key have one item of each, and one that another program moved meanwhile twice.
            if (plan.HasDistinctSortKeys && sort == last)
                continue;
            last = sort;
            return true;
        }

        return false;
    }

    /// <summary>Reads what <see cref="TryTake"/> needs. Returns false if nothing more follows.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (hasStarted && First() is null)
            return false;

        // Shards are about equally full, so soon after the first one the others run dry. Their pages are read together.
        ShardPages<T>[] next = Array.FindAll(shards, hasStarted ? static shard => shard.IsNearlyDry : static shard => shard.NeedsPage);
        hasStarted = true;
        var options = new ParallelOptions { MaxDegreeOfParallelism = QueryPlan.MaxShardsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(next, options, static (shard, token) => shard.ReadAsync(token)).ConfigureAwait(false);
        return true;
    }

    public void Dispose()
    {
        foreach (var shard in shards)
            shard.Dispose();
    }

    /// <summary>The shard that has what comes next in the order of all shards.</summary>
    private ShardPages<T>? First()
    {
        ShardPages<T>? first = null;
        foreach (var shard in shards)
        {
            if (!shard.IsAtEnd && (first is null || Precedes(shard.Sort, first.Sort)))
                first = shard;
        }

        return first;
    }

    /// <summary>Whether what a shard has next comes before that of a shard with a lower number.</summary>
    private bool Precedes(KeyValue sort, KeyValue lower)
    {
        if (sort == lower)
            return plan.IsDescending;
        return plan.IsDescending ? sort.IsGreaterThan(lower) : lower.IsGreaterThan(sort);
    }
}
