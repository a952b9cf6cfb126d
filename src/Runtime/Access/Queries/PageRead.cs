using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Reads one page. The page before another one is read in the opposite order, from its end to its beginning, and its items are reversed.
/// </summary>
internal sealed class PageRead : IDisposable
{
    private readonly QueryPlan plan;
    private readonly PagePlace place;
    private readonly PageWalk? pages;
    private readonly WireBuffer firstRead = WireBuffer.Rent(256);

    /// <summary>Prepares to read a page.</summary>
    /// <param name="plan">The query or scan.</param>
    /// <param name="token">Where the page is, or null for the first one.</param>
    /// <exception cref="PageTokenException">The token is damaged, or was created for another query.</exception>
    public PageRead(QueryPlan plan, PageToken? token)
    {
        this.plan = plan;
        using var key = WireBuffer.Rent(256);
        place = token is null ? PagePlace.Start : PageTokens.Open(token, plan, key);
        var ordered = IsBackward ? plan with { IsDescending = !plan.IsDescending } : plan;
        if (plan.IsSharded)
            Shards = new ShardWalk(ordered, key.WrittenSpan, isOnePage: true);
        else
            pages = new PageWalk(ordered, key.WrittenSpan);
    }

    /// <summary>The requests and their items, in the order in which they are read, unless the key is sharded.</summary>
    public PageWalk Walk => pages!;

    /// <summary>The requests and items of the shards, if the key is sharded.</summary>
    public ShardWalk? Shards { get; }

    /// <summary>Whether the page is read in the opposite of the query's order.</summary>
    public bool IsBackward => place is PagePlace.Before or PagePlace.End;

    /// <summary>Keeps the key of the current item, which is the first one that the page returns.</summary>
    public void KeepKey(PageWalk walk)
    {
        if (plan.Key is not null)
            walk.WriteKey(firstRead);
    }

    /// <summary>Writes the first request.</summary>
    public void WriteRequest(WireBuffer body, int? wanted)
    {
        if (Shards is not null)
            Shards.WriteRequest(body, wanted);
        else
            Walk.WriteRequest(body, wanted);
    }

    /// <summary>Returns the page with the items that were read.</summary>
    /// <param name="items">The items, in the order in which they were read.</param>
    public Page<T> ToPage<T>(List<T> items)
    {
        var onward = Shards is null ? Walk.NextKey() : Shards.NextKey();
        var (next, previous) = (Onward(PagePlace.After, onward), BackFromFirst(PagePlace.Before, PagePlace.End, onward));
        if (IsBackward)
        {
            items.Reverse();
            (next, previous) = (BackFromFirst(PagePlace.After, PagePlace.Start, onward), Onward(PagePlace.Before, onward));
        }

        return new Page<T>
        {
            Items = items,
            Next = next,
            Previous = previous,
            ScannedCount = Shards?.ScannedCount ?? Walk.ScannedCount,
            ConsumedCapacity = Shards is null ? Walk.Capacity : Shards.Capacity,
        };
    }

    public void Dispose()
    {
        pages?.Dispose();
        Shards?.Dispose();
        firstRead.Dispose();
    }

    private PageToken? Onward(PagePlace onward, ReadOnlySpan<byte> key) => key.IsEmpty ? null : PageTokens.Make(plan, onward, key);

    /// <summary>The page on the side that this page was read from.</summary>
    /// <param name="beyond">The place beyond a key, on that side.</param>
    /// <param name="outermost">The place that the whole query has on the other side.</param>
    /// <param name="onward">The key of the last item that was read; empty if nothing follows it.</param>
    private PageToken? BackFromFirst(PagePlace beyond, PagePlace outermost, ReadOnlySpan<byte> onward)
    {
        // A scan has no order to go back in, and nothing comes before the first page or after the last one.
        if (plan.Key is null || place is PagePlace.Start or PagePlace.End)
            return null;
        if (firstRead.Length > 0)
            return PageTokens.Make(plan, beyond, firstRead.WrittenSpan);

        // The page is empty. The items that it skipped are not in the other page either, so that page may begin beyond them.
        return onward.IsEmpty ? PageTokens.Make(plan, outermost, default) : PageTokens.Make(plan, beyond, onward);
    }
}
