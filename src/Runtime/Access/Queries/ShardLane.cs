using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>One shard of a sharded query: its pages, and the sort key of what comes next.</summary>
internal sealed class ShardLane : IDisposable
{
    private const int Growth = 4;
    private const int MaxFirst = 100;

    // What each request reads beyond the shard's share, so that the shards rarely run dry because they are not equally full.
    private const int Spare = 2;

    private readonly QueryPlan plan;
    private readonly ShardRange range;
    private int lastLimit;

    /// <summary>Prepares to read a shard.</summary>
    /// <param name="whole">The query of the whole key.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="behind">The place behind which to read, or null for the beginning.</param>
    public ShardLane(QueryPlan whole, int shard, ShardPlace? behind)
    {
        Shard = shard;
        range = RangeOf(whole, shard, behind);
        plan = whole.OfShard(shard, range.Range);
        State = range.IsEmpty ? LaneState.End : LaneState.Unread;
        Walk = new PageWalk(plan, behind?.Shard == shard ? behind.Key : default);
    }

    public int Shard { get; }

    /// <summary>The shard's pages. If the state is <see cref="LaneState.Item"/>, the walk is before the item.</summary>
    public PageWalk Walk { get; }

    public LaneState State { get; private set; }

    /// <summary>The sort key of the next item, or of the key behind which the next request continues.</summary>
    public KeyValue Sort { get; private set; }

    /// <summary>Reads the shard's next page.</summary>
    /// <param name="wanted">How many more items of all shards are wanted, if that is limited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask ReadAsync(int? wanted, CancellationToken cancellationToken)
    {
        do
        {
            if (await Walk.ReadPageAsync(NextLimit(wanted), cancellationToken).ConfigureAwait(false))
                MoveNext();
            else
                State = LaneState.End;
        }
        while (State is LaneState.Dry && range.IsNear(Sort));
    }

    /// <summary>Writes the shard's next request.</summary>
    public void WriteRequest(WireBuffer body, int? wanted) => Walk.WritePageRequest(body, NextLimit(wanted));

    /// <summary>Moves behind the current item, which has been read or skipped.</summary>
    public void MoveNext()
    {
        while (Walk.NextItem())
        {
            Sort = ShardPlace.SortOf(plan, Walk.Cursor());
            if (!range.IsNear(Sort) && !range.IsFar(Sort))
            {
                State = LaneState.Item;
                return;
            }

            Walk.SkipItem();
        }

        State = Walk.HasNextPage ? LaneState.Dry : LaneState.End;
        if (State is LaneState.End)
            return;
        Sort = ShardPlace.SortOf(plan, new JsonCursor(Walk.NextPageKey));
        if (range.IsFar(Sort))
            State = LaneState.End;
    }

    /// <summary>Reads the rest of the current page without its items.</summary>
    public void Finish()
    {
        if (State is LaneState.Item)
            Walk.SkipItem();
        State = LaneState.End;
        Walk.ReadCount();
    }

    /// <summary>The place behind the key up to which the shard was read.</summary>
    public ShardPlace DryPlace() => new(Shard, Sort, Walk.NextPageKey.ToArray());

    /// <summary>The place behind the current item, which may have been read.</summary>
    public ShardPlace CurrentPlace()
    {
        using var key = WireBuffer.Rent(256);
        Walk.WriteKey(key);
        return new ShardPlace(Shard, Sort, key.WrittenSpan.ToArray());
    }

    public void Dispose() => Walk.Dispose();

    private static ShardRange RangeOf(QueryPlan whole, int shard, ShardPlace? behind)
    {
        var range = whole.Key!.Range;
        if (behind is null || behind.Shard == shard)
            return ShardRange.Whole(range);

        // Of the items with the place's sort key, those of the later shards follow. If shards are computed from the sort key, each sort
        // key is in one shard only, and a second item with it is the same one, which has moved meanwhile.
        var follows = whole.IsDescending ? shard < behind.Shard : shard > behind.Shard;
        var includesLast = follows && !whole.HasDistinctSortKeys;
        return behind.Sort.IsNone
            ? follows ? ShardRange.Whole(range) : ShardRange.Empty
            : ShardRange.Behind(range, behind.Sort, includesLast, whole.IsDescending);
    }

    /// <summary>
    /// How many items the next request evaluates: the shard's share of what is wanted, or more if a filter leaves some of them out.
    /// </summary>
    private int? NextLimit(int? wanted)
    {
        if (wanted is not { } all || (plan.IsSelective && plan.PageSize is not null))
            return plan.PageSize;

        var share = ((all - 1) / plan.Shards!.ReadCount) + 1 + Spare;
        if (plan.IsSelective)
            share = lastLimit == 0 ? Math.Min(Grown(share), Math.Max(share, MaxFirst)) : Grown(lastLimit);
        lastLimit = share;
        return Math.Min(share, plan.PageSize ?? int.MaxValue);
    }

    private static int Grown(int limit) => limit > int.MaxValue / Growth ? int.MaxValue : limit * Growth;
}
