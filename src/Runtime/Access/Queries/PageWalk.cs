using DynamoToolkit.Protocol;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Walks through the pages of a query or scan and through the items of each, reading every item where it lies in the response. It holds
/// one response at a time.
/// </summary>
internal sealed class PageWalk : IDisposable
{
    private readonly ReadPlan plan;
    private readonly WireBuffer startKey = WireBuffer.Rent(256);
    private WireBuffer? response;
    private int position;
    private int itemStart;
    private long count;
    private bool hasStarted;
    private bool isInItems;
    private PageLimits limits;

    public PageWalk(ReadPlan plan, PageToken? after = null)
    {
        this.plan = plan;
        limits = new PageLimits(plan);
        if (after is not null)
            PageTokens.Open(after, plan, startKey);
    }

    public long ScannedCount { get; private set; }

    public ConsumedCapacity? Capacity { get; private set; }

    /// <summary>Reads the next page, if there is one.</summary>
    /// <param name="wanted">How many more items are wanted, if that is limited.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public async ValueTask<bool> NextPageAsync(int? wanted, CancellationToken cancellationToken)
    {
        if (hasStarted && startKey.Length == 0)
            return false;

        hasStarted = true;
        using var body = WireBuffer.Rent();
        plan.WriteRequest(body, startKey.WrittenSpan, limits.Next(wanted, ScannedCount));
        response?.Dispose();
        response = null;
        response = await plan.Table.SendAsync(plan.Operation, body, cancellationToken).ConfigureAwait(false);
        startKey.Clear();
        position = 0;
        count = 0;
        isInItems = false;
        if (plan.CapacityUsed is { } used && CapacityReader.Find(response.WrittenSpan) is { } capacity)
            used(capacity);
        ReadEnvelope();
        return true;
    }

    /// <summary>Goes to the page's next item.</summary>
    public bool NextItem()
    {
        if (!isInItems)
            return false;

        var reader = Reader();
        if (reader.NextElement())
        {
            position = itemStart = reader.Position;
            return true;
        }

        isInItems = false;
        position = reader.Position;
        ReadEnvelope();
        return false;
    }

    /// <summary>Steps over the current item if it has expired and the service could not filter it.</summary>
    public bool SkipIfExpired()
    {
        if (!plan.ChecksExpiry)
            return false;

        var reader = Reader();
        if (!Expiry.IsExpired(ref reader, plan.TimeToLive, plan.Table.Time))
            return false;

        SkipItem();
        return true;
    }

    /// <summary>A reader that is before the current item.</summary>
    public JsonCursor Reader() => new(response!.WrittenSpan, position);

    /// <summary>Says that the current item has been read.</summary>
    public void Advance(in JsonCursor reader) => position = reader.Position;

    /// <summary>Reads to the page's end, and returns how many items it has.</summary>
    public long ReadCount()
    {
        while (NextItem())
            SkipItem();
        return count;
    }

    /// <summary>The place behind the last item that was read, or null where nothing follows.</summary>
    public PageToken? Position()
    {
        if (isInItems)
            CutBehindCurrentItem();
        return startKey.Length == 0 ? null : PageTokens.Make(plan, startKey.WrittenSpan);
    }

    public void Dispose()
    {
        response?.Dispose();
        response = null;
        startKey.Dispose();
    }

    /// <summary>Reads the members from where the walk is to the beginning of the items, or to the end.</summary>
    private void ReadEnvelope()
    {
        var reader = Reader();
        while (reader.NextMember(out var name))
        {
            if (reader.TryReadNull())
                continue;

            if (name.SequenceEqual("Items"u8))
            {
                isInItems = true;
                break;
            }

            if (name.SequenceEqual("LastEvaluatedKey"u8))
                startKey.Write(reader.ReadRaw());
            else if (name.SequenceEqual("Count"u8))
                count = reader.ReadInt64();
            else if (name.SequenceEqual("ScannedCount"u8))
                ScannedCount += reader.ReadInt64();
            else if (name.SequenceEqual("ConsumedCapacity"u8))
                Capacity = ConsumedCapacity.Sum(Capacity, CapacityReader.Read(ref reader));
            else
                reader.Skip();
        }

        position = reader.Position;
    }

    /// <summary>
    /// The page holds more than was wanted. If anything follows the current item, its own keys are where the next page begins.
    /// </summary>
    private void CutBehindCurrentItem()
    {
        var current = itemStart;
        if (!NextItem())
            return;

        SkipItem();
        ReadCount();
        startKey.Clear();
        var reader = new JsonCursor(response!.WrittenSpan, current);
        PageTokens.WritePosition(plan, reader.ReadRaw(), startKey);
    }

    private void SkipItem()
    {
        var reader = Reader();
        reader.Skip();
        Advance(reader);
    }
}
