using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Walks through the items of all shards of a key, in the order of their sort keys. It reads the shards' first pages at the same time, and
/// later only those of the shard whose items have run out.
/// </summary>
internal sealed class ShardWalk : IDisposable
{
    private readonly QueryPlan plan;
    private readonly ShardLane[] lanes;
    private readonly bool isOnePage;
    private ShardLane? current;
    private ShardPlace? last;
    private (long Scanned, ConsumedCapacity? Capacity) replaced;

    /// <summary>Prepares to read the shards.</summary>
    /// <param name="plan">The query of the whole key.</param>
    /// <param name="after">The key behind which to read; empty for the beginning.</param>
    /// <param name="isOnePage">Whether the walk ends before a shard that needs a second request, if no number of items is wanted.</param>
    public ShardWalk(QueryPlan plan, ReadOnlySpan<byte> after = default, bool isOnePage = false)
    {
        this.plan = plan with { CapacityUsed = QueryPlan.OneAtATime(plan.CapacityUsed) };
        this.isOnePage = isOnePage;
        last = after.IsEmpty ? null : ShardPlace.Of(plan, after);
        lanes = new ShardLane[plan.Shards!.ReadCount];
        for (var shard = 0; shard < lanes.Length; shard++)
            lanes[shard] = new ShardLane(this.plan, shard, last);
    }

    /// <summary>The pages of the current item's shard, which are before the item.</summary>
    public PageWalk Current => current!.Walk;

    /// <summary>How many items were read before the filter.</summary>
    public long ScannedCount => replaced.Scanned + lanes.Sum(static lane => lane.Walk.ScannedCount);

    /// <summary>The capacity used, if the plan asks for it.</summary>
    public ConsumedCapacity? Capacity =>
        lanes.Aggregate(replaced.Capacity, static (sum, lane) => ConsumedCapacity.Sum(sum, lane.Walk.Capacity));

    /// <summary>Goes to the next item of all shards.</summary>
    /// <param name="wanted">How many more items are wanted, if that is limited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> NextItemAsync(int? wanted, CancellationToken cancellationToken)
    {
        if (current is not null)
        {
            Leave(current);
            current = null;
        }

        await ReadUnreadAsync(wanted, cancellationToken).ConfigureAwait(false);
        while (First() is { } lane)
        {
            if (lane.State is LaneState.Item)
            {
                current = lane;
                return true;
            }

            last = lane.DryPlace();
            if (isOnePage && wanted is null)
                return false;
            await RefillAsync(lane, wanted, cancellationToken).ConfigureAwait(false);
        }

        last = null;
        return false;
    }

    /// <summary>
    /// Ends the walk, and returns the key after which the unread items begin; empty if nothing follows. Only then all counts
    /// and capacity are known, because a response may have them after its items.
    /// </summary>
    public ReadOnlySpan<byte> NextKey()
    {
        if (current is not null)
        {
            last = current.CurrentPlace();
            Leave(current);
            current = null;
            if (First() is null)
                last = null;
        }

        foreach (var lane in lanes)
            lane.Finish();
        return last is null ? default : last.Key;
    }

    /// <summary>Writes the first request.</summary>
    public void WriteRequest(WireBuffer body, int? wanted) =>
        (Array.Find(lanes, static lane => lane.State is LaneState.Unread) ?? lanes[0]).WriteRequest(body, wanted);

    public void Dispose()
    {
        foreach (var lane in lanes)
            lane.Dispose();
    }

    /// <summary>Moves a shard behind its current item.</summary>
    private void Leave(ShardLane lane)
    {
        var sort = lane.Sort;
        lane.MoveNext();
        SkipMoved(sort);
    }

    /// <summary>
    /// Skips copies of the last item that moved to another shard between the requests. Only then two shards have one sort key, if shards
    /// are computed from it.
    /// </summary>
    private void SkipMoved(KeyValue sort)
    {
        if (!plan.HasDistinctSortKeys)
            return;
        foreach (var lane in lanes)
        {
            while (lane.State is LaneState.Item && lane.Sort == sort)
            {
                lane.Walk.SkipItem();
                lane.MoveNext();
            }
        }
    }

    /// <summary>The shard that has what comes next in the order of all shards.</summary>
    private ShardLane? First()
    {
        ShardLane? first = null;
        foreach (var lane in lanes)
        {
            if (lane.State is LaneState.Item or LaneState.Dry && (first is null || Precedes(lane, first)))
                first = lane;
        }

        return first;
    }

    /// <summary>Whether a shard's next item comes before that of a shard with a lower number.</summary>
    private bool Precedes(ShardLane lane, ShardLane lower)
    {
        if (lane.Sort == lower.Sort)
            return plan.IsDescending;
        return plan.IsDescending ? lane.Sort.IsGreaterThan(lower.Sort) : lower.Sort.IsGreaterThan(lane.Sort);
    }

    private Task ReadUnreadAsync(int? wanted, CancellationToken cancellationToken)
    {
        var unread = Array.FindAll(lanes, static lane => lane.State is LaneState.Unread);
        return unread.Length == 0 ? Task.CompletedTask : ReadAllAsync(unread, wanted, cancellationToken);
    }

    /// <summary>
    /// Reads the first pages. While items move, the shards that they come from are read before those that they go to: so an item that
    /// moves between the requests is found at least once.
    /// </summary>
    private async Task ReadAllAsync(ShardLane[] unread, int? wanted, CancellationToken cancellationToken)
    {
        foreach (var stage in unread.GroupBy(lane => plan.Shards!.IsTarget(lane.Shard)).OrderBy(static stage => stage.Key))
        {
            var options = new ParallelOptions
            {
                MaxDegreeOfParallelism = QueryPlan.MaxShardsAtOnce,
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(stage, options, (lane, token) => lane.ReadAsync(wanted, token)).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads the next page of a shard. If items move away from it, the other shards are read again from here: what they have was read
    /// before this page, so that an item could have moved from this page to them unseen.
    /// </summary>
    private async Task RefillAsync(ShardLane lane, int? wanted, CancellationToken cancellationToken)
    {
        await lane.ReadAsync(wanted, cancellationToken).ConfigureAwait(false);
        if (plan.Shards is not { IsMoving: true } shards || shards.IsTarget(lane.Shard))
            return;
        for (var shard = 0; shard < lanes.Length; shard++)
        {
            if (!shards.IsTarget(shard))
                continue;
            var read = lanes[shard].Walk;
            replaced = (replaced.Scanned + read.ScannedCount, ConsumedCapacity.Sum(replaced.Capacity, read.Capacity));
            lanes[shard].Dispose();
            lanes[shard] = new ShardLane(plan, shard, last);
        }

        await ReadUnreadAsync(wanted, cancellationToken).ConfigureAwait(false);
    }
}
