using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Walks through the pages of a query or scan, and through the items of each page. It reads each item directly from the response, and holds
/// one response at a time.
/// </summary>
internal sealed class PageWalk : IDisposable
{
    private readonly QueryPlan plan;
    private readonly PageResponse page = new();
    private readonly bool checksExpiry;
    private bool hasStarted;
    private PageLimits limits;
    private long scannedBefore;
    private ConsumedCapacity? capacityBefore;

    /// <param name="plan">The query or scan.</param>
    /// <param name="after">The key after which the first page begins; empty for the beginning.</param>
    public PageWalk(QueryPlan plan, ReadOnlySpan<byte> after = default)
    {
        this.plan = plan;
        checksExpiry = plan.ChecksExpiry;
        limits = new PageLimits(plan);
        page.NextKey.Write(after);
    }

    /// <summary>Whether another page follows the current one, whose items have been read.</summary>
    public bool HasNextPage => page.NextKey.Length > 0;

    /// <summary>The key behind which the next page begins.</summary>
    public ReadOnlySpan<byte> NextPageKey => page.NextKey.WrittenSpan;

    /// <summary>How many items the pages so far had before the filter.</summary>
    public long ScannedCount => scannedBefore + page.ScannedCount;

    /// <summary>The capacity that the pages so far used, where the plan asks for it.</summary>
    public ConsumedCapacity? Capacity => page.Capacity is { } last ? ConsumedCapacity.Sum(capacityBefore, last) : capacityBefore;

    /// <summary>Reads the next page, if there is one.</summary>
    /// <param name="wanted">How many more items are wanted, if that is limited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public ValueTask<bool> NextPageAsync(int? wanted, CancellationToken cancellationToken) =>
        hasStarted && !HasNextPage ? new(false) : ReadPageAsync(limits.Next(wanted, ScannedCount), cancellationToken);

    /// <summary>Reads the next page, if there is one.</summary>
    /// <param name="limit">How many items the request evaluates, if that is limited.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<bool> ReadPageAsync(int? limit, CancellationToken cancellationToken)
    {
        if (hasStarted && !HasNextPage)
            return false;

        hasStarted = true;
        using var body = WireBuffer.Rent();
        WritePageRequest(body, limit);
        (scannedBefore, capacityBefore) = (ScannedCount, Capacity);
        page.Close();
        WireBuffer response;
        try
        {
            response = await plan.Table.SendAsync(plan.Operation, body, plan.Capacity, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, plan.Operation, [plan.Table.Name]);
        }

        page.Open(response, findsCapacity: plan.CapacityUsed is not null);
        if (plan.CapacityUsed is { } used && page.Capacity is { } capacity)
            used(capacity);
        return true;
    }

    /// <summary>Writes the request for the next page.</summary>
    /// <param name="body">Receives the request.</param>
    /// <param name="wanted">How many more items are wanted, if that is limited.</param>
    public void WriteRequest(WireBuffer body, int? wanted) => WritePageRequest(body, limits.Next(wanted, ScannedCount));

    /// <summary>Writes the request for the next page.</summary>
    /// <param name="body">Receives the request.</param>
    /// <param name="limit">How many items the request evaluates, if that is limited.</param>
    public void WritePageRequest(WireBuffer body, int? limit) => plan.Request(page.NextKey.WrittenSpan, limit).Write(body);

    /// <summary>Goes to the page's next item.</summary>
    public bool NextItem() => page.NextItem();

    /// <summary>Skips the current item if it has expired and the service could not filter it.</summary>
    public bool SkipIfExpired()
    {
        if (!checksExpiry)
            return false;

        var cursor = Cursor();
        if (!Expiry.IsExpired(ref cursor, plan.TimeToLive, plan.Table.Time))
            return false;

        page.SkipItem();
        return true;
    }

    /// <summary>Skips the current item.</summary>
    public void SkipItem() => page.SkipItem();

    /// <summary>Returns a cursor before the current item.</summary>
    public JsonCursor Cursor() => page.Cursor();

    /// <summary>Writes the key that a read continues from after the current item, which may have been read.</summary>
    public void WriteKey(WireBuffer key)
    {
        var cursor = page.CursorAt(page.ItemStart);
        PageTokens.WritePosition(plan, cursor.ReadRaw(), key);
    }

    /// <summary>Adds to an error which item it is about.</summary>
    /// <param name="error">The error of reading the current item.</param>
    public void Locate(ItemFormatException error) => ItemLocation.Add(error, page.CursorAt(page.ItemStart), plan.Model);

    /// <summary>Moves past the current item, which has been read.</summary>
    public void Advance(in JsonCursor cursor) => page.Advance(cursor);

    /// <summary>Reads to the page's end, and returns how many items it has.</summary>
    public long ReadCount()
    {
        page.ReadToEnd();
        return page.Count;
    }

    /// <summary>Returns the key after which the items follow that were not read; empty if nothing follows.</summary>
    public ReadOnlySpan<byte> NextKey()
    {
        if (page.IsInItems)
            CutBehindCurrentItem();
        return page.NextKey.WrittenSpan;
    }

    public void Dispose() => page.Dispose();

    /// <summary>
    /// Ends a page that holds more items than wanted. If anything follows the current item, the next page begins after its keys.
    /// </summary>
    private void CutBehindCurrentItem()
    {
        var current = page.ItemStart;
        if (!page.NextItem())
            return;

        page.SkipItem();
        page.ReadToEnd();
        page.NextKey.Clear();
        var cursor = page.CursorAt(current);
        PageTokens.WritePosition(plan, cursor.ReadRaw(), page.NextKey);
    }
}
