using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Reads the response of a query or a scan: the members around the items once, and each item where it lies when it is asked for.
/// </summary>
internal sealed class PageResponse : IDisposable
{
    private readonly WireBuffer startKey = WireBuffer.Rent(256);
    private WireBuffer? response;
    private int position;
    private bool isInItems;
    private bool hasCapacity;

    /// <summary>Where the current item begins.</summary>
    public int ItemStart { get; private set; }

    /// <summary>The key behind which the next page begins; empty where there is none.</summary>
    public WireBuffer NextKey => startKey;

    /// <summary>How many items the page has, from where the members behind the items were read.</summary>
    public long Count { get; private set; }

    public long ScannedCount { get; private set; }

    public ConsumedCapacity? Capacity { get; private set; }

    /// <summary>Whether items of the page are still to be read.</summary>
    public bool IsInItems => isInItems;

    /// <summary>Gives back the page, if there is one, and takes the next one.</summary>
    /// <param name="page">The response.</param>
    /// <param name="findsCapacity">Whether the capacity used is wanted before the items: the response may have it behind them.</param>
    public void Open(WireBuffer page, bool findsCapacity)
    {
        Close();
        response = page;
        startKey.Clear();
        position = 0;
        Count = 0;
        ScannedCount = 0;
        isInItems = false;
        Capacity = findsCapacity ? CapacityReader.Find(page.WrittenSpan) : null;
        hasCapacity = Capacity is not null;
        ReadEnvelope();
    }

    /// <summary>Gives back the page.</summary>
    public void Close()
    {
        response?.Dispose();
        response = null;
    }

    /// <summary>Goes to the page's next item.</summary>
    public bool NextItem()
    {
        if (!isInItems)
            return false;

        var cursor = Cursor();
        if (cursor.NextElement())
        {
            position = ItemStart = cursor.Position;
            return true;
        }

        isInItems = false;
        position = cursor.Position;
        ReadEnvelope();
        return false;
    }

    /// <summary>A cursor that is before the current item.</summary>
    public JsonCursor Cursor() => new(response!.WrittenSpan, position);

    /// <summary>A cursor that is before an item that was read already.</summary>
    public JsonCursor CursorAt(int itemStart) => new(response!.WrittenSpan, itemStart);

    /// <summary>Says that the current item has been read.</summary>
    public void Advance(in JsonCursor cursor) => position = cursor.Position;

    /// <summary>Steps over the current item.</summary>
    public void SkipItem()
    {
        var cursor = Cursor();
        cursor.Skip();
        Advance(cursor);
    }

    /// <summary>Steps over the rest of the page's items, and reads what is behind them.</summary>
    public void ReadToEnd()
    {
        while (NextItem())
            SkipItem();
    }

    public void Dispose()
    {
        Close();
        startKey.Dispose();
    }

    /// <summary>Reads the members from where the reading is to the beginning of the items, or to the end.</summary>
    private void ReadEnvelope()
    {
        var cursor = Cursor();
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual("Items"u8))
            {
                isInItems = true;
                break;
            }

            if (name.SequenceEqual("LastEvaluatedKey"u8))
                startKey.Write(cursor.ReadRaw());
            else if (name.SequenceEqual("Count"u8))
                Count = cursor.ReadInt64();
            else if (name.SequenceEqual("ScannedCount"u8))
                ScannedCount = cursor.ReadInt64();
            else if (name.SequenceEqual("ConsumedCapacity"u8) && !hasCapacity)
                Capacity = CapacityReader.Read(ref cursor);
            else
                cursor.Skip();
        }

        position = cursor.Position;
    }
}
