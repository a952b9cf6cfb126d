using System.Runtime.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>The items that a query or scan finds. Pages are read as they are needed: <c>await foreach (var item in query)</c>.</summary>
/// <remarks>
/// It is not an <see cref="IAsyncEnumerable{T}"/>, so LINQ's operators do not apply to it. Otherwise a lambda that DynamoDB can't evaluate
/// would become LINQ's <c>Where</c>, which reads and pays for everything and filters in the program. Call <see cref="AsAsyncEnumerable"/>
/// if you want that.
/// </remarks>
/// <typeparam name="TResult">The items' type.</typeparam>
public abstract class ItemSequence<TResult>
{
    private protected ItemSequence(QueryPlan plan) => Plan = plan;

    internal QueryPlan Plan { get; private protected set; }

    /// <summary>Reads the items, one page at a time.</summary>
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Plan.Degree > 1 ? ParallelScan.Read(Parts(), Plan.Limit, cancellationToken)
        : Plan is { IsSharded: true, Limit: null, Shards.IsMoving: false } ? ReadAllShards(cancellationToken)
        : Plan.IsSharded ? ReadShards(cancellationToken)
        : ReadPages(cancellationToken);

    /// <summary>The items as a sequence for other code and LINQ, whose operators run in the program, after the items were read.</summary>
    public IAsyncEnumerable<TResult> AsAsyncEnumerable() => new ItemEnumerable<TResult>(this);

    /// <summary>The items for <c>await foreach</c>, with a token that cancels the read.</summary>
    public ConfiguredCancelableAsyncEnumerable<TResult> WithCancellation(CancellationToken cancellationToken) =>
        AsAsyncEnumerable().WithCancellation(cancellationToken);

    /// <summary>The items for <c>await foreach</c>, which continues in the caller's context or not.</summary>
    public ConfiguredCancelableAsyncEnumerable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        AsAsyncEnumerable().ConfigureAwait(continueOnCapturedContext);

    /// <summary>Reads all items, or at most as many as <c>Limit</c> allows.</summary>
    public async Task<List<TResult>> ToListAsync(CancellationToken cancellationToken = default)
    {
        List<TResult> items = [];
        await foreach (var item in WithCancellation(cancellationToken).ConfigureAwait(false))
            items.Add(item);
        return items;
    }

    /// <summary>Reads the first item. Returns the default value if there are no items.</summary>
    public async Task<TResult?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (var item in Over(Plan with { Limit = 1, Degree = 1 }).WithCancellation(cancellationToken).ConfigureAwait(false))
            return item;
        return default;
    }

    /// <summary>Whether there is an item. It reads as little as <see cref="FirstOrDefaultAsync"/>, and transfers at most keys.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        await Over(Plan with { Limit = 1, Degree = 1 }).CountAsync(cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Reads the only item. Returns the default value if there are no items.</summary>
    /// <remarks>It stops at the second item. With <c>Limit(1)</c> it returns the first item and does not look for a second one.</remarks>
    /// <exception cref="InvalidOperationException">There is more than one item.</exception>
    public async Task<TResult?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        var plan = Plan with { Limit = Math.Min(Plan.Limit ?? 2, 2), Degree = 1 };
        var items = await Over(plan).ToListAsync(cancellationToken).ConfigureAwait(false);
        return items switch
        {
            [] => default,
            [var only] => only,
            _ => throw new InvalidOperationException(
                $"The {Plan.Operation} of the table '{Plan.Table.Name}' finds more than one item. "
                + "Narrow it, or use FirstOrDefaultAsync()."),
        };
    }

    /// <summary>
    /// Counts the items, at the cost of reading them. The service sends only the count, except for items of several types and for an index
    /// whose key is the time to live: those are sent and counted here.
    /// </summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        long count = 0;
        var limit = Plan.Limit;
        if (Plan.Degree > 1)
        {
            var counts = await Task.WhenAll(Parts().Select(part => part.CountAsync(cancellationToken))).ConfigureAwait(false);
            return Math.Min(counts.Sum(), limit ?? long.MaxValue);
        }

        if (Plan.IsSharded)
            return await CountShardsAsync(cancellationToken).ConfigureAwait(false);

        using var walk = new PageWalk(IsCountedByService ? Plan with { IsCount = true } : Plan with { Projection = AllCountAttributes() });
        while ((limit is null || count < limit) && await walk.NextPageAsync(limit - (int)count, cancellationToken).ConfigureAwait(false))
            count += IsCountedByService ? walk.ReadCount() : CountItems(walk);
        return Math.Min(count, limit ?? long.MaxValue);
    }

    /// <summary>Reads one page: up to <c>Limit</c> items or, without a limit, the items of one request.</summary>
    /// <param name="at">The <see cref="Page{T}.Next"/> or <see cref="Page{T}.Previous"/> of another page; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PageTokenException">The token is damaged, or was created for another query.</exception>
    /// <exception cref="InvalidOperationException">The read is a parallel scan.</exception>
    public async Task<Page<TResult>> GetPageAsync(PageToken? at = null, CancellationToken cancellationToken = default)
    {
        if (Plan.Degree > 1)
        {
            throw new InvalidOperationException(
                "A parallel scan has no pages, because its parts advance at the same time. " +
                "Use Segment(i, n) and page through each part.");
        }

        List<TResult> items = [];
        using var read = new PageRead(Plan, at);
        if (read.Shards is { } shards)
        {
            while (items.Count != Plan.Limit
                && await shards.NextItemAsync(Plan.Limit - items.Count, cancellationToken).ConfigureAwait(false))
            {
                Take(shards.Current);
            }

            return read.ToPage(items);
        }

        var walk = read.Walk;
        do
        {
            if (!await walk.NextPageAsync(Plan.Limit - items.Count, cancellationToken).ConfigureAwait(false))
                break;

            while (items.Count != Plan.Limit && walk.NextItem())
                Take(walk);
        }
        while (Plan.Limit is { } limit && items.Count < limit);

        return read.ToPage(items);

        void Take(PageWalk from)
        {
            if (from.SkipIfExpired() || !TryReadItem(from, out var item))
                return;
            if (items.Count == 0)
                read.KeepKey(from);
            items.Add(item);
        }
    }

    /// <summary>Reads page after page, to the last one.</summary>
    /// <param name="at">The token to continue from, as in <see cref="GetPageAsync"/>; null to begin at the first page.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async IAsyncEnumerable<Page<TResult>> PagesAsync(
        PageToken? at = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            var page = await GetPageAsync(at, cancellationToken).ConfigureAwait(false);
            yield return page;
            at = page.Next;
        }
        while (at is not null);
    }

    /// <summary>
    /// Returns the request for the first items, for debugging; of a parallel scan and of a sharded key, that of its first part. It sends
    /// nothing.
    /// </summary>
    /// <param name="at">
    /// The <see cref="Page{T}.Next"/> or <see cref="Page{T}.Previous"/> of a page, to see the request for that page.
    /// </param>
    /// <exception cref="PageTokenException">The token is damaged, or was created for another query.</exception>
    public RequestPreview Preview(PageToken? at = null)
    {
        using var read = new PageRead(Plan.Degree > 1 ? Plan.Parts().First() : Plan, at);
        using var body = WireBuffer.Rent();
        read.WriteRequest(body, Plan.Limit);
        return new RequestPreview(Plan.Operation, body);
    }

    /// <summary>
    /// Whether the service can count the items. It does not know item types, and a filter cannot test a time to live that is a key.
    /// </summary>
    private protected virtual bool IsCountedByService => !Plan.ChecksExpiry;

    /// <summary>Reads the walk's current item. Returns false if the item does not belong to this sequence.</summary>
    private protected abstract bool TryRead(PageWalk walk, out TResult item);

    /// <summary>Counts the walk's current item. Returns false if the item does not belong to this sequence.</summary>
    private protected abstract bool TryCount(PageWalk walk);

    /// <summary>The attributes that counting needs besides the time to live; empty if it needs all.</summary>
    private protected abstract IReadOnlyList<string> CountProjection();

    /// <summary>Returns a sequence of the same types, read by another plan.</summary>
    private protected abstract ItemSequence<TResult> Over(QueryPlan plan);

    private async IAsyncEnumerator<TResult> ReadPages(CancellationToken cancellationToken)
    {
        var left = Plan.Limit;
        using var walk = new PageWalk(Plan);
        while (left is null or > 0 && await walk.NextPageAsync(left, cancellationToken).ConfigureAwait(false))
        {
            while (left is null or > 0 && walk.NextItem())
            {
                if (walk.SkipIfExpired() || !TryReadItem(walk, out var item))
                    continue;

                left--;
                yield return item;
            }
        }
    }

    private async IAsyncEnumerator<TResult> ReadShards(CancellationToken cancellationToken)
    {
        var left = Plan.Limit;
        using var walk = new ShardWalk(Plan);
        while (left is null or > 0 && await walk.NextItemAsync(left, cancellationToken).ConfigureAwait(false))
        {
            if (walk.Current.SkipIfExpired() || !TryReadItem(walk.Current, out var item))
                continue;

            left--;
            yield return item;
        }
    }

    private async IAsyncEnumerator<TResult> ReadAllShards(CancellationToken cancellationToken)
    {
        using var merge = new ShardMerge<TResult>(Plan, TryReadItem);
        while (await merge.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (merge.TryTake(out var item))
                yield return item;
        }
    }

    private async Task<long> CountShardsAsync(CancellationToken cancellationToken)
    {
        long count = 0;
        if (Plan is { HasDistinctSortKeys: true, Shards.IsMoving: true })
            return await CountMergedAsync(cancellationToken).ConfigureAwait(false);

        var plan = Plan with { CapacityUsed = QueryPlan.OneAtATime(Plan.CapacityUsed) };
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = QueryPlan.MaxShardsAtOnce,
            CancellationToken = cancellationToken,
        };

        // As in a merge, the shards from which items move are read before those to which they move.
        foreach (var stage in Enumerable.Range(0, plan.Shards!.ReadCount).GroupBy(plan.Shards.IsTarget).OrderBy(static stage => stage.Key))
        {
            await Parallel.ForEachAsync(
                stage,
                options,
                async (shard, token) => Interlocked.Add(
                    ref count, await Over(plan.OfShard(shard, plan.Key!.Range)).CountAsync(token).ConfigureAwait(false)))
                .ConfigureAwait(false);
        }

        return Math.Min(count, plan.Limit ?? long.MaxValue);
    }

    /// <summary>Counts while items move: an item that moves meanwhile is in two shards, and only a merge sees that it is one.</summary>
    private async Task<long> CountMergedAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        using var walk = new ShardWalk(Plan with { Projection = [] });
        while ((Plan.Limit is null || count < Plan.Limit)
            && await walk.NextItemAsync(Plan.Limit - count, cancellationToken).ConfigureAwait(false))
        {
            if (!walk.Current.SkipIfExpired() && TryCountItem(walk.Current))
                count++;
        }

        return count;
    }

    private bool TryReadItem(PageWalk walk, out TResult item)
    {
        try
        {
            return TryRead(walk, out item);
        }
        catch (ItemFormatException error)
        {
            walk.Locate(error);
            throw;
        }
    }

    private bool TryCountItem(PageWalk walk)
    {
        try
        {
            return TryCount(walk);
        }
        catch (ItemFormatException error)
        {
            walk.Locate(error);
            throw;
        }
    }

    private long CountItems(PageWalk walk)
    {
        long count = 0;
        while (walk.NextItem())
        {
            if (!walk.SkipIfExpired() && TryCountItem(walk))
                count++;
        }

        return count;
    }

    private IReadOnlyList<string> AllCountAttributes()
    {
        var needed = CountProjection();
        if (!Plan.ChecksExpiry)
            return needed;

        // A query whose keys all belong to its type reads only to see what has expired.
        return needed.Contains(Plan.TimeToLive!) ? needed : [.. needed, Plan.TimeToLive!];
    }

    private ItemSequence<TResult>[] Parts() => [.. Plan.Parts().Select(Over)];
}
